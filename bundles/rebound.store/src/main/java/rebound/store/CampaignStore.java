package rebound.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.AddressKey;
import rebound.model.Campaign;
import rebound.model.CampaignTally;

/** What was sent. */
@ProviderType
public interface CampaignStore {

	/** Stores campaigns; one with a known id is replaced. Events that belong to it are attributed as they come in. */
	void save(Collection<Campaign> campaigns);

	/**
	 * Replaces a campaign.
	 *
	 * @param seen the campaign as the user saw it
	 * @throws StoreException with {@link StoreException.Code#CHANGED} if it is another by now
	 */
	void change(Campaign wanted, Campaign seen);

	/** @return the campaign with this id, or empty */
	Optional<Campaign> find(String id);

	/** @return all campaigns with what came back, latest first */
	List<CampaignSummary> list();

	/** @return what came back of a campaign, or empty when there is none of this id */
	Optional<CampaignStatistics> statistics(String id);

	/**
	 * Adds what is known of a campaign's mails; what is known already is not added twice. The campaign's number of
	 * recipients becomes the number of those known.
	 *
	 * @return number of recipients that are new
	 */
	int addSent(String campaignId, Collection<SentMail> mails);

	/**
	 * Asks the circuit breaker about the campaigns that new bounces belong to, and keeps its answer.
	 *
	 * @param breaker says {@link Campaign.Halt#ASKING} or {@link Campaign.Halt#NONE}; what the user answered stays
	 * @return the campaigns that were stopped by this call
	 */
	List<Campaign> checkHalts(Function<CampaignTally, Campaign.Halt> breaker);

	/** Keeps the user's answer to a stopped campaign. */
	void answerHalt(String campaignId, Campaign.Halt answer);

	/**
	 * A mail that was sent.
	 *
	 * @param recipient to whom
	 * @param messageId with its {@code <>}, or {@code null}
	 * @param sent      when, or {@code null}
	 */
	record SentMail(AddressKey recipient, String messageId, Instant sent) {
	}
}
