package rebound.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.store.AddResult;
import rebound.store.AddResult.Outcome;
import rebound.store.NewMail;

class MailImportTest {

	private static final int MAILS = 2000;

	@Test
	void storesAllInOrderOneBatchAtATime() {
		List<String> stored = new ArrayList<>();
		AtomicBoolean isStoring = new AtomicBoolean();
		Thread reader = Thread.currentThread();
		try (MailImport mails = new MailImport(batch -> () -> {
			assertTrue(isStoring.compareAndSet(false, true));
			assertTrue(Thread.currentThread() != reader);
			batch.forEach(mail -> stored.add(mail.hash()));
			isStoring.set(false);
			return result(batch);
		}, Instant.EPOCH)) {
			for (int i = 0; i < MAILS; i++) {
				mails.add(item(i));
			}
			mails.flush();
			assertEquals(MAILS, stored.size());
			for (int i = 0; i < MAILS; i++) {
				assertEquals(Integer.toString(i), stored.get(i));
			}
			assertEquals(MAILS, mails.summary(0).messages());
			assertEquals(MAILS, mails.summary(0).stored());
		}
	}

	@Test
	void nothingIsStoredAfterABatchThatFailed() {
		List<Integer> sizes = new ArrayList<>();
		IllegalStateException full = new IllegalStateException("disk full");
		try (MailImport mails = new MailImport(batch -> () -> {
			sizes.add(batch.size());
			throw full;
		}, Instant.EPOCH)) {
			assertSame(full, assertThrows(IllegalStateException.class, () -> {
				for (int i = 0; i < MAILS; i++) {
					mails.add(item(i));
				}
			}));
		}
		assertEquals(1, sizes.size());
	}

	private static AddResult result(List<NewMail> batch) {
		return new AddResult(Collections.nCopies(batch.size(), Outcome.STORED), batch.size(), 0, 0);
	}

	private static MailImport.Item item(int number) {
		DeliveryReport nothing = new DeliveryReport(Form.OTHER, null, null, null, null, null, null, null, null,
				List.of(),
				Original.NONE, null, List.of());
		JudgedMail judged = new JudgedMail(Kind.BOUNCE, nothing, List.of(), List.of());
		return new MailImport.Item("mail", new NewMail(Integer.toString(number), new byte[0], 0, "test", Instant.EPOCH,
				judged), null);
	}
}
