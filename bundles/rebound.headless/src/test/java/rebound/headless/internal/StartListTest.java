package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartListTest {

	@TempDir
	Path home;

	@BeforeEach
	void install() throws IOException {
		Path feature = Files.createDirectories(home.resolve("features/rebound.core.feature_0.1.0"));
		Files.writeString(feature.resolve("feature.xml"),
				"<feature id=\"rebound.core.feature\">\n<plugin id=\"rebound.report\" version=\"0.1.0\"/>\n</feature>");
		Files.createDirectory(home.resolve("plugins"));
		bundle("rebound.report", "Import-Package", "rebound.model;version=\"[0.1,1)\"");
		bundle("library", "Import-Package", "org.slf4j,org.rebound.other");
		bundle("acme.rules", "Import-Package", "org.slf4j,rebound.classify;version=\"[0.1,1)\"");
		bundle("rebound.plugin.of.others", "Require-Bundle", "rebound.model");
		Files.writeString(home.resolve("bundles.info"), """
				#version=1
				rebound.report,0.1.0,plugins/rebound.report.jar,4,false
				library,1.0.0,plugins/library.jar,4,false
				acme.rules,1.2.0,plugins/acme.rules.jar,4,false
				rebound.plugin.of.others,1.0.0,plugins/rebound.plugin.of.others.jar,4,false
				""");
	}

	@Test
	void withoutExtensionsThereAreOurBundlesAndLibraries() throws IOException {
		assertEquals(List.of("#encoding=UTF-8", "#version=1", "rebound.report", "library"), started(""));
	}

	@Test
	void whatTheAdministratorAllowsIsThere() throws IOException {
		assertEquals(List.of("#encoding=UTF-8", "#version=1", "rebound.report", "library", "acme.rules"),
				started("acme.rules, other"));
	}

	private List<String> started(String allowed) throws IOException {
		Path out = home.resolve("out.info");
		StartList.main(
				new String[]{ home.toString(), home.resolve("bundles.info").toString(), out.toString(), allowed });
		return Files.readAllLines(out).stream().map(line -> line.split(",")[0]).toList();
	}

	private void bundle(String name, String header, String value) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue(header, value);
		try (OutputStream file = Files.newOutputStream(home.resolve("plugins/" + name + ".jar"));
				JarOutputStream jar = new JarOutputStream(file, manifest)) {
			jar.finish();
		}
	}
}
