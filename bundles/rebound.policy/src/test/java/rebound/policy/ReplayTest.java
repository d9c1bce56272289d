package rebound.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rebound.policy.Rhythm.ADDRESS;
import static rebound.policy.Rhythm.BEGIN;
import static rebound.policy.Rhythm.campaign;
import static rebound.policy.Rhythm.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import rebound.model.AddressHistory;
import rebound.model.LifeSign;
import rebound.model.Occurrence;
import rebound.model.Reason;
import rebound.model.Strength;

class ReplayTest {

	private static final Instant NOW = BEGIN.plus(Duration.ofDays(100));

	private static AddressHistory deadWeekly(List<LifeSign> signs) {
		List<Occurrence> events = IntStream.range(0, 5).mapToObj(week -> event(campaign(7 * week), Reason.USERUNKNOWN,
				Strength.STRONG, BEGIN.plus(Duration.ofDays(7L * week)).plusSeconds(60))).toList();
		return new AddressHistory(ADDRESS, events, List.of(), signs, List.of(), false);
	}

	@Test
	void tellsWhenAddressesWouldHaveBeenBlockedAndWhatThatSaves() {
		Replay replay = new Replay(PolicySettings.DEFAULT, NOW);
		Replay.Hit hit = replay.add(deadWeekly(List.of())).orElseThrow();
		assertEquals(BEGIN.plus(Duration.ofDays(7)).plusSeconds(60), hit.at());
		assertEquals(3, hit.saved());
		assertNull(hit.alive());
	}

	@Test
	void tellsWhoWouldHaveBeenBlockedWrongly() {
		Replay replay = new Replay(PolicySettings.DEFAULT, NOW);
		Instant order = BEGIN.plus(Duration.ofDays(40));
		assertEquals(order, replay.add(deadWeekly(List.of(new LifeSign(ADDRESS, LifeSign.Kind.ORDER, order, null))))
				.orElseThrow().alive());
		assertTrue(
				replay.add(new AddressHistory(ADDRESS, List.of(), List.of(), List.of(), List.of(), false)).isEmpty());
		assertEquals(2, replay.result().addresses());
		assertEquals(1, replay.result().blocked());
		assertEquals(1, replay.result().wrong());
		assertEquals(3, replay.result().saved());
	}

	@Test
	void otherSettingsBlockOthers() {
		Properties file = new Properties();
		file.setProperty("strong.block.events", "9");
		Replay patient = new Replay(PolicyFile.read(file), NOW);
		assertTrue(patient.add(deadWeekly(List.of())).isEmpty());
	}

	@Test
	void fileNamesSettingsOrIsRefused() {
		assertEquals(PolicySettings.DEFAULT, PolicyFile.read(new Properties()));
		for (String wrong : List.of("strong.block.event=3", "strict=yes", "quota.hold.hours=-1", "warn.percent=two")) {
			Properties file = new Properties();
			file.setProperty(wrong.substring(0, wrong.indexOf('=')), wrong.substring(wrong.indexOf('=') + 1));
			assertThrows(IllegalArgumentException.class, () -> PolicyFile.read(file), wrong);
		}
	}
}
