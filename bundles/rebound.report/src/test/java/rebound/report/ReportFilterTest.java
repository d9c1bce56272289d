package rebound.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Standing.State;

class ReportFilterTest {

	private final ReportData data = Samples.data(6);

	private List<String> rows(ReportFilter filter) throws IOException {
		List<String> ids = new ArrayList<>();
		filter.of(data).rows()
				.forEach(row -> ids.add(row.customer() == null ? row.email() : row.customer().id()));
		return ids;
	}

	private long events(ReportFilter filter) throws IOException {
		List<EventRow> rows = new ArrayList<>();
		filter.of(data).events().forEach(rows::add);
		return rows.size();
	}

	@Test
	void withoutConditionsNothingIsTouched() {
		assertSame(data, ReportFilter.ALL.of(data));
	}

	@Test
	void choosesByTheDecidingEvent() throws IOException {
		ReportFilter hard = new ReportFilter(null, null, null, Set.of(BounceType.HARD), Set.of(), Set.of(), Set.of(),
				null, null);
		assertEquals(List.of("007", "C0", "C3"), rows(hard));
		assertEquals(3, events(hard));
		ReportFilter sender = new ReportFilter(null, null, "c1", Set.of(), Set.of(Reason.AUTHFAILURE),
				Set.of(Fault.SENDER), Set.of(), null, null);
		assertEquals(List.of("C2", "C5"), rows(sender));
		assertEquals("period 2026; campaign=c1; reason=authfailure; fault=sender", sender.of(data).filter());
	}

	@Test
	void aPeriodBeginsWithItsFirstInstantAndEndsBeforeItsLast() throws IOException {
		ReportFilter second = new ReportFilter(Samples.LAST.minusSeconds(1), Samples.LAST, null, Set.of(), Set.of(),
				Set.of(), Set.of(), null, null);
		assertEquals(List.of("C1"), rows(second));
		assertEquals(1, events(second));
	}

	@Test
	void choosesByStandingCompanyAndOwner() throws IOException {
		assertEquals(List.of("007"), rows(new ReportFilter(null, null, null, Set.of(), Set.of(), Set.of(),
				Set.of(State.BLOCKED), null, null)));
		assertEquals(List.of("nobody@nowhere.example"), rows(new ReportFilter(null, null, null, Set.of(), Set.of(),
				Set.of(), Set.of(State.ACTIVE), null, null)));
		assertEquals(List.of("C1"), rows(new ReportFilter(null, null, null, Set.of(), Set.of(), Set.of(), Set.of(),
				"CORP 1", null)));
		assertEquals(List.of("007"), rows(new ReportFilter(null, null, null, Set.of(), Set.of(), Set.of(), Set.of(),
				null, "olga owner")));
	}
}
