package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import rebound.model.AddressKey;
import rebound.model.Attribution;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.model.Reason;
import rebound.store.BounceStore;
import rebound.store.CampaignStore.SentMail;
import rebound.store.EventFilter;
import rebound.store.StoreException;

/** Campaigns, recognised and told of. */
interface CampaignContract {

	/** @return the store that is tested */
	BounceStore store();

	@Test
	default void campaignsAreRecognisedAndCounted() {
		var latest = store().campaigns().list().stream()
				.filter(campaign -> "Newsletter 2".equals(campaign.campaign().subject())).findFirst().orElseThrow();
		assertEquals("Newsletter 2", latest.campaign().subject());
		assertEquals(10, latest.hard());
		assertEquals(30, latest.soft());
		var statistics = store().campaigns().statistics(latest.campaign().id()).orElseThrow();
		assertEquals(Reason.MAILBOXFULL, statistics.reasons().getFirst().of());
		assertEquals(5, statistics.mailHosts().size());
		assertEquals(40, statistics.days().getFirst().total());
	}

	@Test
	default void aCampaignIsChangedAsItWasSeenOnly() {
		Campaign shown = new Campaign("summer", "Summer", "Sun!", "news@shop.example", Sample.BEGIN, 5,
				Campaign.Origin.CREATED, Campaign.Halt.NONE);
		store().campaigns().save(List.of(shown));
		Campaign theirs = named("Summer sale", shown);
		store().campaigns().change(theirs, shown);
		assertEquals(StoreException.Code.CHANGED, assertThrows(StoreException.class,
				() -> store().campaigns().change(named("Sun sale", shown), shown)).code());
		assertEquals(theirs, store().campaigns().find("summer").orElseThrow());
	}

	private static Campaign named(String name, Campaign campaign) {
		return new Campaign(campaign.id(), name, campaign.subject(), campaign.sender(), campaign.sent(),
				campaign.sentCount(), campaign.origin(), campaign.halt());
	}

	@Test
	default void knownCampaignTakesItsBouncesAndKeepsItsRecipients() {
		Instant sent = Sample.BEGIN.plus(Duration.ofDays(300));
		store().campaigns().save(List.of(new Campaign("spring", "Spring sale", "Sale!", "news@shop.example", sent, 500,
				Campaign.Origin.CREATED, Campaign.Halt.NONE)));
		AddressKey anna = AddressKey.of("anna@sale.example");
		assertEquals(1, store().campaigns().addSent("spring", List.of(new SentMail(anna, "<sale-1@x>", sent))));
		assertEquals(0, store().campaigns().addSent("spring", List.of(new SentMail(anna, "<sale-1@x>", sent))));
		assertEquals(1, store().campaigns().find("spring").orElseThrow().sentCount());
		store().events().add(List.of(Sample.bounce("anna@sale.example", "sale!", sent.plus(Duration.ofHours(5)),
				Reason.USERUNKNOWN, "5.1.1", "")));
		BounceEvent event = store().events().ofAddress(anna).getFirst();
		assertEquals("spring", event.campaignId());
		assertEquals(1, store().events().assign(List.of(event.id()), EventFilter.NO_CAMPAIGN));
		assertEquals(1,
				store().events().count(EventFilter.ALL.withText("anna@sale").withCampaign(EventFilter.NO_CAMPAIGN)));
		assertEquals(1, store().events().assign(List.of(event.id()), "spring"));
		assertEquals(1, store().campaigns().statistics("spring").orElseThrow().summary().hard());
		List<Campaign> stopped = store().campaigns().checkHalts(tally -> tally.campaign().id().equals("spring")
				&& tally.recipients() == 1 && tally.hosts().getFirst().recipients() == 1
						? Campaign.Halt.ASKING
						: Campaign.Halt.NONE);
		assertEquals(List.of("spring"), stopped.stream().map(Campaign::id).toList());
		assertEquals(Campaign.Halt.ASKING, store().addresses().history(anna).occurrences().getFirst().halt());
	}

	@Test
	default void campaignToldOfLaterTakesTheBouncesThatWereRecognisedBefore() {
		Instant sent = Sample.BEGIN.plus(Duration.ofDays(400));
		store().events().add(List.of(
				Sample.bounce("late1@late.example", "Late news", sent, Reason.USERUNKNOWN, "5.1.1", ""),
				Sample.bounce("late2@late.example", "Late news", sent, Reason.USERUNKNOWN, "5.1.1", "")));
		BounceEvent before = store().events().ofAddress(AddressKey.of("late1@late.example")).getFirst();
		Campaign recognised = store().campaigns().find(before.campaignId()).orElseThrow();
		assertEquals(Campaign.Origin.RECOGNISED, recognised.origin());
		store().campaigns().save(List.of(new Campaign("late", "Late", "LATE news", "news@shop.example",
				sent.minus(Duration.ofHours(1)), 2, Campaign.Origin.IMPORTED, Campaign.Halt.NONE)));
		assertEquals(2, store().events().count(EventFilter.ALL.withCampaign("late")));
		assertTrue(store().campaigns().find(recognised.id()).isEmpty());
		store().campaigns().save(List.of(new Campaign("sent", "By sent mail", null, null, sent, 2,
				Campaign.Origin.IMPORTED, Campaign.Halt.NONE)));
		store().campaigns().addSent("sent", List.of(new SentMail(before.address(), before.messageId(), sent)));
		BounceEvent after = store().events().find(before.id()).orElseThrow();
		assertEquals("sent", after.campaignId());
		assertEquals(Attribution.MESSAGE_ID, after.attribution());
	}
}
