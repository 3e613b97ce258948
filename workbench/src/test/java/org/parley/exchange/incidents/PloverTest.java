package org.parley.exchange.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.form.Cameo;

/// The gold records of PLOVER and its published map from CAMEO.
class PloverTest {

  @Test
  void everyGoldRecordIsReadAndTheTwoThatCannotBeKeptAside() throws IOException {
    byte[] bytes = Files.readAllBytes(Shared.file("plover/gold-records.json"));
    Read read = Read.of(bytes, NameMapping.of(List.of()), 1 << 14);
    assertEquals(2, read.asides().size(), () -> read.reasons().toString());
    assertEquals("2: documents-the-file", read.codes().getFirst());
    // two different records of the file have this id
    assertEquals("4825: id-of-another-record PLOVER-GSR01-COERCE-0004", read.codes().getLast());
    assertEquals(321, read.reading().used());
    assertTrue(read.reading().isReconciled(), () -> read.reading().toString());
    assertEquals(
        Set.of(
            "accuse",
            "agree",
            "aid",
            "assault",
            "coerce",
            "concede",
            "consult",
            "cooperate",
            "mobilize",
            "protest",
            "reject",
            "request",
            "retreat",
            "sanction",
            "support",
            "threaten"),
        new TreeSet<>(read.reports().stream().map(IncidentReport::kind).toList()));
    assertEquals(273, read.reading().best());
  }

  @Test
  void theMapFromCameoIsThePublishedOne() throws IOException {
    Pattern row = Pattern.compile("(\\d{2,4}): ([A-Z]+)\\s*(?:,\\s*([a-z-]*)\\s*,.*)?(?:#.*)?");
    Set<String> wrong = new TreeSet<>();
    int compared = 0;
    for (String line : Files.readAllLines(Shared.file("plover/cameo-to-plover.txt"))) {
      Matcher matcher = row.matcher(line.strip());
      if (!matcher.matches() || matcher.group(1).length() < 3) {
        continue;
      }
      String mode = matcher.group(3) == null ? "" : matcher.group(3).strip();
      // the published table has, of one code, a context where its mode should be
      if (matcher.group(1).equals("175")) {
        mode = "";
      }
      Cameo.Meaning expected = new Cameo.Meaning(matcher.group(2).toLowerCase(Locale.ROOT), mode);
      compared++;
      if (!Cameo.find(matcher.group(1)).map(expected::equals).orElse(false)) {
        wrong.add(matcher.group(1) + ": " + expected + ", not " + Cameo.find(matcher.group(1)));
      }
    }
    assertEquals(Set.of(), wrong);
    assertTrue(compared > 200, compared + " codes");
  }
}
