package rebound.headless.internal;

import java.time.Instant;

import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.Campaign.Origin;
import rebound.pipeline.CampaignId;

/** What the user says of a campaign. */
public final class CampaignOptions {

	@Option(names = "--subject", paramLabel = "TEXT")
	private String subject;

	@Option(names = "--sender", paramLabel = "ADDRESS")
	private String sender;

	@Option(names = "--sent", paramLabel = "DATE")
	private String sent;

	@Option(names = "--recipients", paramLabel = "N")
	private Long recipients;

	/** @return a new campaign; without an id its name makes one */
	Campaign create(String id, String name, Console console) {
		Instant at = Days.instant(sent, console);
		return checked(
				new Campaign(id == null ? CampaignId.of(name, at) : id, name, subject, CampaignId.address(sender),
						at, recipients == null ? 0 : recipients, Origin.CREATED, Halt.NONE),
				console);
	}

	/** @return the campaign with what is given in place of what was known */
	Campaign changed(Campaign old, String name, Console console) {
		return checked(
				new Campaign(old.id(), name == null ? old.name() : name, subject == null ? old.subject() : subject,
						sender == null ? old.sender() : CampaignId.address(sender),
						sent == null ? old.sent() : Days.instant(sent, console),
						recipients == null ? old.sentCount() : recipients,
						old.origin() == Origin.RECOGNISED ? Origin.CREATED : old.origin(), old.halt()),
				console);
	}

	private static Campaign checked(Campaign campaign, Console console) {
		if (campaign.id().isBlank() || campaign.id().length() > CampaignId.LONGEST || campaign.name().isBlank()) {
			throw Summaries.usage(console, "campaigns.badId", campaign.id());
		}
		if (campaign.sentCount() < 0) {
			throw Summaries.usage(console, "campaigns.badCount", campaign.sentCount());
		}
		return campaign;
	}

	static String time(Instant at) {
		return at == null ? null : at.toString();
	}
}
