package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.reference.AccordHistory;
import org.parley.reference.Edition;
import org.parley.reference.PaxAgreement;
import org.parley.reference.Precedent;
import org.parley.reference.PrecedentList;
import org.parley.reference.PrecedentQuery;
import org.parley.reference.Precedents;
import org.parley.reference.ProvisionCourse;

/// Precedents from the collections where they lie, against a second join over the bare cells.
@NullMarked
class PrecedentsOracleTest {

  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("Ce"),
          List.of("SsrFf"),
          List.of("StBor", "SsrFf", "SsrGua"),
          List.of("ImE", "SsrGua"),
          List.of("Ele", "TjPrire", "TjAm"),
          List.of("StBor"));

  private static Path folder() {
    return SharedData.folder("reference");
  }

  private static List<CSVRecord> bare(String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(folder().resolve(name))) {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return format.parse(reader).getRecords();
    }
  }

  private static Precedents precedents() throws IOException {
    return Precedents.of(
        PaxReader.read(InputFile.of(folder().resolve("pax-v9-2144.csv")), Edition.PAX_9),
        AccordHistory.of(PamReader.read(InputFile.of(folder().resolve("pam-1.5.csv"))).years()),
        List.of());
  }

  @Test
  void theCombinationOfOthersGivesTheirCount() throws IOException {
    PrecedentList found = precedents().find(PrecedentQuery.of(List.of("StBor", "SsrFf", "SsrGua")));
    assertEquals(21, found.precedents().size());
    assertEquals(21, found.together().count());
  }

  @Test
  void everyQuestionIsAnsweredAsByASecondJoin() throws IOException {
    Precedents all = precedents();
    List<CSVRecord> rows = bare("pax-v9-2144.csv");
    List<CSVRecord> years = bare("pam-1.5.csv");
    for (List<String> codes : QUESTIONS) {
      List<CSVRecord> wanted = new ArrayList<>();
      for (CSVRecord row : rows) {
        if (codes.stream().noneMatch(code -> row.get(code).equals("0"))) {
          wanted.add(row);
        }
      }
      wanted.sort(
          Comparator.comparing((CSVRecord row) -> row.get("Dat"))
              .reversed()
              .thenComparing(row -> Integer.valueOf(row.get("AgtId"))));
      List<Precedent> found = all.find(PrecedentQuery.of(codes)).precedents();
      assertEquals(
          wanted.stream().map(row -> row.get("AgtId")).toList(),
          found.stream().map(each -> Integer.toString(each.agreement().id())).toList(),
          codes.toString());
      for (Precedent each : found) {
        assertEquals(courses(each.agreement(), codes, rows, years), said(each), codes + "");
      }
    }
  }

  /// The levels of the provisions about some topics, by accord and year, from bare cells.
  private static Map<String, String> courses(
      PaxAgreement agreement, List<String> codes, List<CSVRecord> rows, List<CSVRecord> years) {
    Map<String, String> prefixes = new TreeMap<>();
    Map<String, String> known =
        Map.of(
            "Ce", "cease", "SsrFf", "with", "StBor", "bound", "ImE", "verify", "Ele", "elect",
            "TjPrire", "prisr", "TjAm", "amnest");
    codes.stream()
        .filter(known::containsKey)
        .forEach(each -> prefixes.put(known.getOrDefault(each, ""), each));
    Map<String, String> courses = new TreeMap<>();
    Integer accord = agreement.pamAccord();
    if (accord == null) {
      return courses;
    }
    String named = Integer.toString(accord);
    String oldest =
        rows.stream()
            .filter(row -> row.get("PamAgr").equals(named))
            .min(Comparator.comparing(row -> row.get("Dat")))
            .orElseThrow()
            .get("AgtId");
    if (!oldest.equals(Integer.toString(agreement.id()))) {
      return courses;
    }
    for (CSVRecord row : years) {
      for (String prefix : prefixes.keySet()) {
        if (row.get("pam_caseid").equals(named)
            && List.of("1", "2", "3", "5", "10").contains(row.get("year_count"))
            && row.get(prefix + "_prov").equals("1")) {
          courses.put(prefix + " " + row.get("year_count"), row.get(prefix + "_implem"));
        }
      }
    }
    return courses;
  }

  private static Map<String, String> said(Precedent precedent) {
    Map<String, String> said = new TreeMap<>();
    for (ProvisionCourse course : precedent.courses()) {
      for (ProvisionCourse.YearState each : course.years()) {
        said.put(
            course.provision().prefix() + " " + each.year(),
            Integer.toString(each.state().level()));
      }
    }
    return said;
  }

  /// Of 34 accords PA-X has all but that of Taif, which is older than the collection.
  @Test
  void everyAccordIsJoinedOnce() throws IOException {
    Precedents all = precedents();
    List<Integer> accords = new ArrayList<>();
    for (String code : all.codes()) {
      for (Precedent each : all.find(PrecedentQuery.of(List.of(code))).precedents()) {
        Integer accord = each.accord();
        if (accord != null && !accords.contains(accord)) {
          accords.add(accord);
        }
      }
    }
    List<Integer> taif = List.of(25);
    assertEquals(
        IntStream.rangeClosed(1, 34).boxed().filter(each -> !taif.contains(each)).toList(),
        accords.stream().sorted().toList());
  }
}
