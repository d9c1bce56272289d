package rebound.pipeline;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import rebound.pipeline.internal.FirstOfPlace;
import rebound.source.CredentialStore;
import rebound.source.MailSource;
import rebound.source.MailboxException;
import rebound.source.SourceLocation;

/** The kinds of places with settings: the mail sources, ours and those of extensions, that have a Metatype. */
@Component(service = PlaceKinds.class)
public final class PlaceKinds {

	private static final long CHECK_MILLIS = 50;

	private final List<MailSource> sources;
	private final MetaTypeService forms;
	private final MailReading reading;

	/** @param forms may be {@code null}: then there are no kinds */
	@Activate
	public PlaceKinds(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<MailSource> sources,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) MetaTypeService forms,
			@Reference MailReading reading) {
		this.sources = List.copyOf(sources);
		this.forms = forms;
		this.reading = reading;
	}

	/** @return all kinds, by name */
	public List<PlaceKind> all(Locale language) {
		return sources.stream().flatMap(source -> kind(source, language).stream())
				.sorted(Comparator.comparing(PlaceKind::name, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	/** @return the kind of this id */
	public Optional<PlaceKind> find(String id, Locale language) {
		return sources.stream().filter(source -> source.id().equals(id)).findFirst()
				.flatMap(source -> kind(source, language));
	}

	/** The form's id is the source's, so that one is found with the other. */
	private Optional<PlaceKind> kind(MailSource source, Locale language) {
		Bundle bundle = FrameworkUtil.getBundle(source.getClass());
		MetaTypeInformation told = forms == null || bundle == null ? null : forms.getMetaTypeInformation(bundle);
		if (told == null || !Arrays.asList(told.getPids()).contains(source.id())) {
			return Optional.empty();
		}
		ObjectClassDefinition form = told.getObjectClassDefinition(source.id(), language.getLanguage());
		List<AttributeDefinition> required = declared(form, ObjectClassDefinition.REQUIRED);
		List<PlaceSetting> settings = declared(form, ObjectClassDefinition.ALL).stream()
				.map(setting -> new PlaceSetting(setting, required.contains(setting))).toList();
		// A place has one secret, as a mailbox has: two would be kept under one name.
		return settings.stream().filter(setting -> setting.type() == PlaceSetting.Type.SECRET).count() > 1
				? Optional.empty()
				: Optional.of(new PlaceKind(source.id(), form.getName() == null ? source.id() : form.getName(),
						form.getDescription() == null ? "" : form.getDescription(), settings));
	}

	private static List<AttributeDefinition> declared(ObjectClassDefinition form, int which) {
		AttributeDefinition[] all = form.getAttributeDefinitions(which);
		return all == null ? List.of() : List.of(all);
	}

	/**
	 * A place with what is kept for it.
	 *
	 * @param name the user's name for the place, that its password is kept under
	 * @throws MailboxException if its kind wants a password and there is none, or it can't be read
	 */
	public Place place(String name, SourceLocation location, CredentialStore credentials) throws MailboxException {
		PlaceSetting password = find(location.kind(), Locale.ROOT).flatMap(PlaceKind::password).orElse(null);
		if (password == null) {
			return new Place(location, null);
		}
		Optional<String> kept = credentials.find(name);
		if (kept.isEmpty() && password.isRequired()) {
			throw new MailboxException(MailboxException.Code.NO_SECRET, null, name);
		}
		return new Place(location, kept.orElse(null));
	}

	/**
	 * What is at the beginning of a place.
	 *
	 * @param looked     how many mails and records were looked at
	 * @param bounces    how many of them report bounces or delays
	 * @param unreadable those among them that can't be read
	 */
	public record Preview(int looked, int bounces, List<Unreadable> unreadable) {

		public Preview {
			unreadable = List.copyOf(unreadable);
		}
	}

	/**
	 * Reads the first mails of a place. Nothing is stored or changed.
	 *
	 * @param limit    at most so many
	 * @param progress asked often whether to stop, even while the source says nothing
	 * @throws IOException           if the place as a whole can't be read
	 * @throws CancellationException if the progress says so
	 */
	public Preview test(Place place, int limit, Progress progress) throws IOException {
		FirstOfPlace first = new FirstOfPlace(limit);
		FutureTask<Preview> task = new FutureTask<>(() -> first.read(place, reading));
		Thread thread = Thread.ofPlatform().daemon().name("rebound-test").start(task);
		try {
			while (true) {
				try {
					return task.get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
				} catch (TimeoutException notYet) {
					if (progress.cancelled()) {
						throw new CancellationException();
					}
				}
			}
		} catch (ExecutionException failed) {
			switch (failed.getCause()) {
				case IOException told -> throw told;
				case RuntimeException told -> throw told;
				default -> throw new IllegalStateException(failed.getCause());
			}
		} catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		} finally {
			first.stop();
			thread.interrupt();
		}
	}
}
