package rebound.ui.internal;

import java.net.URI;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.repository.IRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import rebound.pipeline.PresetException;
import rebound.pipeline.Presets;

/**
 * Tells p2's update checks what the administrator has set. What the user chose in the preferences goes before it; where the
 * administrator has locked it, it is gone at the next start.
 */
final class UpdatePresets {

	private static final String SCHEDULER = "org.eclipse.equinox.p2.ui.sdk.scheduler";

	private UpdatePresets() {
	}

	static void apply(Presets presets, IEclipseContext context) {
		presets.value(Presets.UPDATE_SITE).ifPresent(site -> addSite(URI.create(site), context));
		Optional<String> policy = presets.value(Presets.UPDATE_POLICY);
		if (policy.isPresent()) {
			IEclipsePreferences scheduler = DefaultScope.INSTANCE.getNode(SCHEDULER);
			// Reading loads p2's own defaults, which would replace these later.
			scheduler.get("enabled", null);
			if (presets.isLocked(Presets.UPDATE_POLICY)) {
				scheduler = InstanceScope.INSTANCE.getNode(SCHEDULER);
			}
			scheduler.putBoolean("enabled", switch (policy.get()) {
				case "off" -> false;
				case "notify", "download" -> true;
				default -> throw new PresetException(PresetException.Code.WRONG_VALUE, Presets.UPDATE_POLICY,
						policy.get());
			});
			scheduler.putBoolean("download", "download".equals(policy.get()));
			scheduler.put("schedule", "on-startup");
		}
	}

	private static void addSite(URI site, IEclipseContext context) {
		IProvisioningAgent agent = context.get(IProvisioningAgent.class);
		if (agent == null) {
			return;
		}
		add(site, agent.getService(IMetadataRepositoryManager.class));
		add(site, agent.getService(IArtifactRepositoryManager.class));
	}

	private static void add(URI site, IRepositoryManager<?> sites) {
		if (sites != null && !sites.contains(site)) {
			sites.addRepository(site);
		}
	}
}
