package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;

/// Sources that relay unknown ones: advice is given until enough ids have been compared.
class MeantIdsTest {

  private static Source source(String id, String relays) {
    return new Source(
        new SourceId(id),
        "Gazette",
        LocalizedText.of("Report"),
        "https://example.org/",
        Edtf.of("2030-01-01"),
        "en",
        Reliability.A,
        relays.isEmpty() ? null : new SourceId(relays),
        SourceKind.REPORT,
        null,
        new Visibility.Public());
  }

  private static List<CaseRecord> records() {
    return new ArrayList<>(
        List.of(
            source("gazette", ""),
            source("herald", "gazete"),
            source("mirror", "herold"),
            source("post", "gazete"),
            source("sun", "miror")));
  }

  private static List<String> meant(List<CaseViolation> problems) {
    return problems.stream().map(each -> Objects.requireNonNullElse(each.meant(), "")).toList();
  }

  @Test
  void everyUnknownIdOfASmallCaseGetsAdvice() {
    assertEquals(
        List.of("gazette", "herald", "gazette", "mirror"),
        meant(CaseChecks.problems(new CaseInfo("Press", null, List.of()), records())));
  }

  @Test
  void afterEnoughComparisonsNoneIsLookedForAndKnownAdviceIsRepeated() {
    RecordsUnderCheck records = new RecordsUnderCheck(records());
    List<CaseViolation> problems = CaseChecks.part(records, 0, records.records().size());
    assertEquals(Arrays.asList("", "", "", ""), meant(problems));
    assertEquals(
        List.of("gazette", "", "gazette", ""), meant(new MeantIds(records, 5).advise(problems)));
    assertEquals(
        List.of("gazette", "herald", "gazette", ""),
        meant(new MeantIds(records, 6).advise(problems)));
  }
}
