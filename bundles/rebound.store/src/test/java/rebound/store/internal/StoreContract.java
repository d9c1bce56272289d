package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.BounceEvent;
import rebound.model.Reason;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;
import rebound.store.NewMail;
import rebound.store.Upkeep.Watch;

/** What every bounce database does, whatever it is kept in. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StoreContract
		implements
			EventContract,
			CampaignContract,
			AddressContract,
			PrivacyContract,
			CustomerContract {

	@TempDir
	static Path folder;
	static final BounceStores STORES = new SqlBounceStores();

	BounceStore store;

	/** @return where an empty database is, or will be made */
	abstract String location();

	@BeforeAll
	void fill() {
		store = STORES.open(location());
		List<NewMail> mails = new ArrayList<>();
		for (int newsletter = 0; newsletter < 3; newsletter++) {
			for (int person = 0; person < 40; person++) {
				Reason reason = person % 4 == 0 ? Reason.USERUNKNOWN : Reason.MAILBOXFULL;
				mails.add(Sample.bounce("Person" + person + "@Domain" + person % 5 + ".example", newsletter, reason));
			}
		}
		store.events().add(mails);
	}

	@Override
	public BounceStore store() {
		return store;
	}

	@AfterAll
	void close() {
		store.close();
	}

	@Test
	void checkFindsNothingWrong() {
		assertEquals(List.of(), store.upkeep().check(Watch.NONE));
	}

	@Test
	void copyHoldsTheSame() {
		try (BounceStore copy = STORES.open(folder.resolve("copy").toString())) {
			store.upkeep().copyTo(copy, Watch.NONE);
			List<BounceEvent> here = new ArrayList<>();
			List<BounceEvent> there = new ArrayList<>();
			store.events().forEach(EventFilter.ALL, here::add);
			copy.events().forEach(EventFilter.ALL, there::add);
			assertEquals(here, there);
			assertEquals(List.of(), copy.upkeep().check(Watch.NONE));
		}
	}

	@Test
	void listenersHearOfChangesUntilTheyLeave() {
		AtomicInteger heard = new AtomicInteger();
		BounceStore.Registration registration = store.onChange(heard::incrementAndGet);
		store.addresses().judgeAllAgain();
		registration.close();
		// a server may have been asked in between whether others had changed something before
		int before = heard.get();
		assertTrue(before > 0);
		store.addresses().judgeAllAgain();
		assertEquals(before, heard.get());
	}
}
