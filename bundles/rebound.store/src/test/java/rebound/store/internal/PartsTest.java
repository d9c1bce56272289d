package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import rebound.model.DeliveryReport;
import rebound.model.JudgedMail;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.store.NewMail;

class PartsTest {

	@Test
	void partsShareNoAddressAndNoMailAndLeaveNothingOut() {
		List<NewMail> mails = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			mails.add(i % 4 == 0 ? report(i, i + 1, i + 10) : report(i));
		}
		mails.addAll(mails.subList(0, 100));
		Collection<List<MailRow>> parts = Parts.of(MailRow.of(mails));
		assertEquals(mails.size(), parts.stream().mapToInt(List::size).sum());
		Map<String, List<MailRow>> partOf = new HashMap<>();
		for (List<MailRow> part : parts) {
			for (MailRow row : part) {
				assertTrue(partOf.computeIfAbsent(row.mail().hash(), hash -> part) == part);
				for (String address : EventAssembler.addresses(row.mail())) {
					assertTrue(partOf.computeIfAbsent(address, key -> part) == part, address);
				}
			}
		}
	}

	@Test
	void whatIsConnectedStaysTogetherAndFewAreNotTakenApart() {
		List<NewMail> chain = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			chain.add(report(i, i + 1));
		}
		assertEquals(1, Parts.of(MailRow.of(chain)).size());
		assertEquals(1, Parts.of(MailRow.of(chain.subList(0, 20))).size());
	}

	/** A report about several people. */
	private static NewMail report(int... people) {
		List<NewMail> mails = IntStream.of(people)
				.mapToObj(person -> Sample.bounce("person" + person + "@domain.example", 1, Reason.USERUNKNOWN))
				.toList();
		List<RecipientStatus> statuses = mails.stream()
				.flatMap(each -> each.judged().report().recipients().stream()).toList();
		NewMail mail = mails.getFirst();
		DeliveryReport one = mail.judged().report();
		DeliveryReport report = new DeliveryReport(one.form(), one.layout(), null, one.from(), one.subject(),
				one.date(), one.reportingMta(), null, one.notice(), statuses, one.original(), null, List.of());
		JudgedMail judged = new JudgedMail(mail.judged().kind(), report, mail.judged().verdicts(), List.of());
		return NewMail.of(mail.raw(), "file", mail.received(), judged);
	}
}
