package rebound.headless.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import rebound.headless.Console;
import rebound.model.Campaign;
import rebound.policy.BlockingPolicy;
import rebound.policy.Yardstick;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignStatistics.Count;
import rebound.store.CampaignSummary;

/** Prints what came back of campaigns, one or several side by side. */
final class CampaignSheet {

	private final Console console;
	private final BlockingPolicy policy;

	CampaignSheet(Console console, BlockingPolicy policy) {
		this.console = console;
		this.policy = policy;
	}

	void show(CampaignStatistics statistics, Listing.Option format) {
		CampaignSummary summary = statistics.summary();
		if (format.isTable()) {
			Campaign campaign = summary.campaign();
			console.say("campaigns.sheet", campaign.name(), campaign.id(), word(campaign.subject()),
					word(campaign.sender()), word(campaign.sent()),
					console.messages().text("origin." + campaign.origin().id()));
			if (campaign.halt() == Campaign.Halt.ASKING) {
				console.say("campaigns.asking", campaign.id());
			}
		}
		Listing listing = format.begin(console,
				List.of(Listing.text("counted_by", 10), Listing.text("value", 30), Listing.number("count", 9),
						Listing.number("hard", 8), Listing.number("soft", 8), Listing.number("percent", 8),
						Listing.text("yardstick", 0)));
		long sent = summary.campaign().sentCount();
		for (Row row : totals(summary)) {
			listing.row("total", row.name(), row.count(), null, null, percent(row.count(), sent), row.yardstick());
		}
		lists(statistics).forEach((list, counts) -> counts.forEach(count -> listing.row(list, count.of(), count.total(),
				count.hard(), count.soft(), percent(count.total(), sent), null)));
		listing.end("campaigns.none");
	}

	void compare(List<CampaignStatistics> campaigns, Listing.Option format) {
		List<Listing.Column> columns = new ArrayList<>(
				List.of(Listing.text("counted_by", 10), Listing.text("value", 26)));
		for (int i = 0; i < campaigns.size(); i++) {
			String id = campaigns.get(i).summary().campaign().id();
			columns.add(Listing.text(id, Math.clamp(id.length(), 9, 24)));
		}
		Listing listing = format.begin(console, columns);
		line(listing, "total", "name", campaigns, statistics -> statistics.summary().campaign().name());
		line(listing, "total", "sent", campaigns, statistics -> statistics.summary().campaign().sent());
		List<Row> names = totals(campaigns.getFirst().summary());
		for (int i = 0; i < names.size(); i++) {
			int index = i;
			line(listing, "total", names.get(i).name(), campaigns, statistics -> {
				Row row = totals(statistics.summary()).get(index);
				return row.count() == null
						? null
						: text(row.count(), statistics.summary().campaign().sentCount())
								+ (row.yardstick() == null || row.yardstick().equals("ok")
										? ""
										: ' ' + row.yardstick());
			});
		}
		for (String list : List.of("reason", "fault", "mail_host", "domain")) {
			Map<String, Boolean> values = new LinkedHashMap<>();
			campaigns.forEach(statistics -> lists(statistics).get(list).forEach(count -> values.put(count.of(), true)));
			values.keySet().forEach(value -> line(listing, list, value, campaigns,
					statistics -> lists(statistics).get(list).stream().filter(count -> count.of().equals(value))
							.findFirst()
							.map(count -> text(count.total(), statistics.summary().campaign().sentCount()))
							.orElse(null)));
		}
		listing.end("campaigns.none");
	}

	/** A number of the campaign as a whole; {@code null} where it is not known. */
	private record Row(String name, Long count, String yardstick) {
	}

	private List<Row> totals(CampaignSummary summary) {
		long sent = summary.campaign().sentCount();
		boolean known = sent > 0;
		return List.of(new Row("recipients", known ? sent : null, null),
				new Row("delivered", known ? summary.delivered() : null, null),
				new Row("hard", summary.hard(), id(Yardstick.hard(summary.hard(), sent, policy.settings()))),
				new Row("soft", summary.soft(), null), new Row("delayed", summary.delays(), null),
				new Row("complaints", summary.complaints(), id(Yardstick.complaints(summary.complaints(), sent))));
	}

	private static String id(Yardstick yardstick) {
		return yardstick == Yardstick.UNKNOWN ? null : yardstick.id();
	}

	private static Map<String, List<Count<String>>> lists(CampaignStatistics statistics) {
		Map<String, List<Count<String>>> lists = new LinkedHashMap<>();
		lists.put("reason", texts(statistics.reasons(), reason -> reason.id()));
		lists.put("fault", texts(statistics.faults(), fault -> fault.id()));
		lists.put("mail_host", statistics.mailHosts());
		lists.put("domain", statistics.domains());
		lists.put("day", texts(statistics.days(), day -> day.toString()));
		return lists;
	}

	private static <T> List<Count<String>> texts(List<Count<T>> counts, Function<T, String> text) {
		return counts.stream().map(count -> new Count<>(text.apply(count.of()), count.hard(), count.soft())).toList();
	}

	private static void line(Listing listing, String list, String value, List<CampaignStatistics> campaigns,
			Function<CampaignStatistics, Object> cell) {
		Object[] cells = new Object[campaigns.size() + 2];
		cells[0] = list;
		cells[1] = value;
		for (int i = 0; i < campaigns.size(); i++) {
			cells[i + 2] = cell.apply(campaigns.get(i));
		}
		listing.row(cells);
	}

	private static String text(long count, long of) {
		String percent = percent(count, of);
		return percent == null ? Long.toString(count) : count + " (" + percent + " %)";
	}

	/** With a point and two digits: programs read it, too. */
	private static String percent(Long count, long of) {
		return count == null || of == 0 ? null : String.format(Locale.ROOT, "%.2f", 100.0 * count / of);
	}

	private static String word(Object value) {
		return value == null ? "-" : value.toString();
	}
}
