package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** The arrows between the stages are those of CONTRIBUTING.md: read off the built manifests. */
class ArchitectureTest {

	private static final Set<String> STAGES = Set.of("source", "parse", "classify", "store", "policy", "dns",
			"customers", "report");

	private static final List<String> WINDOW_SYSTEM = List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui",
			"org.eclipse.e4.ui");

	@Test
	void modelDependsOnNothing() {
		assertEquals(Set.of(), reboundImports(bundle("rebound.model")));
	}

	@Test
	void stagesKnowTheModelOnly() {
		for (String stage : STAGES) {
			Set<String> others = reboundImports(bundle("rebound." + stage));
			others.remove("rebound." + stage);
			assertTrue(Set.of("rebound.model").containsAll(others), stage + " imports " + others);
		}
	}

	@Test
	void logsKnowTheModelAndTheirPlugInPointOnly() {
		assertEquals(Set.of("rebound.model", "rebound.source"), reboundImports(bundle("rebound.source.logs")));
	}

	@Test
	void onlyTheDesktopSeesTheWindowSystem() {
		for (Bundle bundle : rebounds()) {
			if (bundle.getSymbolicName().startsWith("rebound.ui")) {
				continue;
			}
			Set<String> wrong = needs(bundle).filter(name -> WINDOW_SYSTEM.stream().anyMatch(name::startsWith))
					.collect(Collectors.toCollection(TreeSet::new));
			assertEquals(Set.of(), wrong, bundle.getSymbolicName());
		}
	}

	@Test
	void exportedPackagesAreVersionedApiAndNothingInternal() {
		for (Bundle bundle : rebounds()) {
			String exports = bundle.getHeaders("").get(Constants.EXPORT_PACKAGE);
			if (exports == null || bundle.getSymbolicName().endsWith(".it")) {
				continue;
			}
			for (Map.Entry<String, String> export : clauses(exports)) {
				assertTrue(!export.getKey().contains(".internal"),
						bundle.getSymbolicName() + " exports " + export.getKey());
				assertTrue(export.getValue().contains("version="), export.getKey() + " has no version");
				assertTrue(!export.getValue().contains("x-friends"), export.getKey() + " has friends");
			}
		}
	}

	private static Set<String> reboundImports(Bundle bundle) {
		return needs(bundle).filter(name -> name.startsWith("rebound.")).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> needs(Bundle bundle) {
		return Stream.of(Constants.IMPORT_PACKAGE, Constants.REQUIRE_BUNDLE)
				.map(header -> bundle.getHeaders("").get(header)).filter(value -> value != null)
				.flatMap(value -> clauses(value).stream()).map(Map.Entry::getKey);
	}

	/** The clauses of a manifest header, each as its name and the rest; commas in quotes part nothing. */
	private static List<Map.Entry<String, String>> clauses(String header) {
		return Arrays.stream(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(clause -> {
			String[] parts = clause.strip().split(";", 2);
			return Map.entry(parts[0], parts.length > 1 ? parts[1] : "");
		}).toList();
	}

	private static Bundle bundle(String name) {
		return rebounds().stream().filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("bundle " + name + " is not installed"));
	}

	private static List<Bundle> rebounds() {
		Bundle own = FrameworkUtil.getBundle(ArchitectureTest.class);
		return Arrays.stream(own.getBundleContext().getBundles())
				.filter(bundle -> bundle.getSymbolicName().startsWith("rebound.")).toList();
	}
}
