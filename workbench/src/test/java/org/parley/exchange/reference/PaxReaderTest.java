package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.reference.AgreementScope;
import org.parley.reference.CeasefireActor;
import org.parley.reference.Edition;
import org.parley.reference.PaxAgreement;

/// PA-X and the ceasefires where they lie, against figures of others and a second count.
@NullMarked
class PaxReaderTest {

  private static Path path(String name) {
    return SharedData.folder("reference").resolve(name);
  }

  private static List<PaxAgreement> nine() throws IOException {
    return PaxReader.read(InputFile.of(path("pax-v9-2144.csv")), Edition.PAX_9);
  }

  private static List<PaxAgreement> ten() throws IOException {
    return PaxReader.read(InputFile.of(path("pax-v10-2257.csv")), Edition.PAX_10);
  }

  private static long count(List<PaxAgreement> all, String... topics) {
    return all.stream().filter(each -> each.hasAll(Set.of(topics))).count();
  }

  @Test
  void theCountsAreThoseOfOthers() throws IOException {
    List<PaxAgreement> all = nine();
    List<PaxAgreement> interstate =
        all.stream().filter(each -> each.scope() == AgreementScope.INTERSTATE).toList();
    assertEquals(2144, all.size());
    assertEquals(83, interstate.size());
    assertEquals(877, count(all, "SsrGua"));
    assertEquals(45, count(interstate, "SsrGua"));
    assertEquals(38, Math.round(100.0 * count(all, "ImE") / all.size()));
    assertEquals(21, count(all, "StBor", "SsrFf", "SsrGua"));
  }

  /// Cells that are filled, and numbers that name another collection, are not the same.
  @Test
  void fewOfTheCellsForJoinsNameAnything() throws IOException {
    List<PaxAgreement> all = nine();
    assertEquals(323, all.stream().filter(each -> each.ucdpAgreement() != null).count());
    assertEquals(38, all.stream().filter(each -> each.pamAccord() != null).count());
    int ucdp = 0;
    int pam = 0;
    for (CSVRecord row : bare(path("pax-v9-2144.csv"))) {
      ucdp += row.get("UcdpAgr").isEmpty() ? 0 : 1;
      pam += row.get("PamAgr").isEmpty() ? 0 : 1;
    }
    assertEquals(925, ucdp);
    assertEquals(664, pam);
  }

  @Test
  void aCountOverBareCellsAgreesForEveryTopic() throws IOException {
    Map<String, Long> bare = new HashMap<>();
    for (CSVRecord row : bare(path("pax-v9-2144.csv"))) {
      for (String topic : TopicColumns.ALL) {
        if (!row.get(topic).equals("0")) {
          bare.merge(topic, 1L, Long::sum);
        }
      }
    }
    List<PaxAgreement> all = nine();
    for (String topic : TopicColumns.ALL) {
      assertEquals(bare.getOrDefault(topic, 0L), count(all, topic), topic);
    }
  }

  @Test
  void theTenthEditionHasTheNinthInItOnTheSameDays() throws IOException {
    Map<Integer, PaxAgreement> later =
        ten().stream().collect(Collectors.toMap(PaxAgreement::id, each -> each));
    assertEquals(2257, later.size());
    for (PaxAgreement each : nine()) {
      PaxAgreement same = later.get(each.id());
      assertTrue(same != null, each.title());
      assertEquals(each.date(), same.date(), each.title());
    }
    for (CSVRecord row : bare(path("pax-v10-2257.csv"))) {
      PaxAgreement same = later.get(Integer.valueOf(row.get("AgtId")));
      assertTrue(same != null && row.get("PAX_Hyperlink").equals(same.address()));
    }
  }

  @Test
  void aCodeThatNoListHasIsRefused() throws IOException {
    String text = InputFile.of(path("pax-v9-2144.csv")).text();
    BadReferenceException refused =
        assertThrows(
            BadReferenceException.class,
            () ->
                PaxReader.read(
                    InputFile.of("pax.csv", text.replaceFirst(",Inter,SubPar", ",Outer,SubPar")),
                    Edition.PAX_9));
    assertEquals("unknown-reference-code", refused.why().code());
    assertEquals(
        "pax.csv:2: the codes of Agtp are Inter, InterIntra, Intra, IntraLocal: \"Outer\". Maybe"
            + " this is another edition.",
        refused.getMessage());
  }

  @Test
  void ceasefiresNameAgreementsThatAreThereSaveOne() throws IOException {
    List<CeasefireActor> actors =
        CeasefireReader.read(InputFile.of(path("ceasefires-eth-prio.csv")));
    assertEquals(4091, actors.size());
    assertEquals(2203, actors.stream().map(CeasefireActor::ceasefire).distinct().count());
    assertEquals(66, actors.stream().map(CeasefireActor::location).distinct().count());
    assertEquals(
        236,
        actors.stream()
            .filter(each -> each.paxAgreement() != null)
            .map(CeasefireActor::ceasefire)
            .distinct()
            .count());
    Set<Integer> known = nine().stream().map(PaxAgreement::id).collect(Collectors.toSet());
    Set<Integer> unknown = new HashSet<>();
    for (CeasefireActor each : actors) {
      Integer named = each.paxAgreement();
      if (named != null && !known.contains(named)) {
        unknown.add(named);
      }
    }
    assertEquals(Set.of(1081), unknown);
  }

  @Test
  void howACeasefireEndedIsRefused() throws IOException {
    ReferenceTable table = CeasefireReader.table(InputFile.of(path("ceasefires-eth-prio.csv")));
    BadReferenceException refused =
        assertThrows(BadReferenceException.class, () -> table.rows().getFirst().get("ended"));
    assertEquals("unconfirmed-column", refused.why().code());
    assertTrue(
        String.valueOf(refused.getMessage())
            .endsWith(
                "no codebook at hand confirms what the codes of ended mean, so they are not read:"
                    + " \"2\"."),
        refused.getMessage());
  }

  private static List<CSVRecord> bare(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      if (reader.markSupported()) {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
          reader.reset();
        }
      }
      return format.parse(reader).getRecords();
    }
  }
}
