package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.answer.outlook.ShippedRates;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRates;
import org.parley.outlook.CodedTraits;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement;

/// Every figure that is shipped, computed again from the rows; `-Dgolden.update=true` writes them.
@NullMarked
class ShippedRatesOracleTest {

  private static final Path SHIPPED =
      Path.of("src/main/resources/org/parley/answer/outlook/base-rates.csv");

  @Test
  void theRowsGiveEveryFigure() throws IOException {
    AgreementCollection rows = UcdpReaderTest.coded();
    List<BaseRate> rates = new ArrayList<>();
    for (Definition definition : Definition.values()) {
      for (AgreementClass of : ShippedRates.classes()) {
        BaseRates.find(rows, of, definition).findAnswer().ifPresent(rates::add);
      }
      for (String topic : topics(rows)) {
        BaseRates.find(rows, ShippedRates.about(topic), definition)
            .findAnswer()
            .filter(BaseRate::isEnough)
            .ifPresent(rates::add);
      }
    }
    String text = ShippedRates.text(rates);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SHIPPED, text);
    }
    assertEquals(text, Files.readString(SHIPPED));
    for (BaseRate each : rates) {
      assertEquals(Optional.of(each), ShippedRates.shipped().find(each.of(), each.definition()));
    }
  }

  private static Set<String> topics(AgreementCollection rows) {
    Set<String> topics = new TreeSet<>();
    for (SignedAgreement each : rows.agreements()) {
      CodedTraits coded = each.coded();
      if (coded != null) {
        topics.addAll(coded.topics());
      }
    }
    return topics;
  }

  /// The check computes by other means; the narrower classes are the same code on fewer rows.
  @Test
  void theFindingsOfEveryScopeHold() throws IOException {
    AgreementCollection rows = UcdpReaderTest.rows();
    for (Definition definition : Definition.values()) {
      for (AgreementClass of : ShippedRates.classes()) {
        if (of.issue() == null && of.stage() == null) {
          Finding<BaseRate> finding = BaseRates.find(rows, of, definition);
          assertEquals(
              new Verdict.Holds(),
              Check.verify(new Question.Outlook(rows), finding, Budget.unlimited()),
              of + " " + definition);
        }
      }
    }
  }
}
