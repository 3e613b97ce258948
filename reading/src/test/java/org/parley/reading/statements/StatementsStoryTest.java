package org.parley.reading.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.reading.Attribution;
import org.parley.reading.SaidStance;
import org.parley.reading.statements.StatementGroup.Kind;
import org.parley.reading.statements.StatementGroup.Relation;

/// One statement told by several articles is decided on once.
@NullMarked
class StatementsStoryTest {

  private final List<Telling> told = new ArrayList<>();
  private final List<Telling> record = new ArrayList<>();

  private Telling telling(
      int article,
      @Nullable String id,
      String speaker,
      @Nullable String said,
      SaidStance stance,
      @Nullable Integer tenths,
      String subject,
      String words,
      @Nullable String condition) {
    return new Telling(
        article,
        told.size() + 1,
        id == null ? null : new ClaimId(id),
        speaker,
        null,
        said == null ? null : Edtf.of(said),
        LocalDate.of(2033, 5, 3),
        subject,
        Set.of(),
        stance,
        tenths,
        condition,
        words,
        Attribution.REPORTED_SPEECH,
        80);
  }

  private void tell(
      int article,
      String speaker,
      @Nullable String said,
      SaidStance stance,
      String subject,
      String words) {
    told.add(telling(article, null, speaker, said, stance, null, subject, words, null));
  }

  private void recorded(String id, String speaker, String said, SaidStance stance, String subject) {
    record.add(telling(-1, id, speaker, said, stance, null, subject, subject, null));
  }

  private List<StatementGroup> groups() {
    return Statements.of(told, record, "en");
  }

  @Test
  void twoOutletsSpellASpeakerInTheirOwnWay() {
    tell(
        0,
        "Yuriy Melnyk",
        "2033-05-02",
        SaidStance.OPEN,
        "the customs annex",
        "the customs annex is not settled");
    tell(
        1,
        "Yury Melnik",
        null,
        SaidStance.OPEN,
        "annex on customs",
        "an annex on customs remained unsettled");
    StatementGroup one = groups().getFirst();
    assertEquals(1, groups().size());
    assertEquals(2, one.articles());
    assertEquals(Relation.NEW, one.relation());
    assertNull(one.record());
  }

  @Test
  void twoSubjectsAreTwoStatements() {
    tell(0, "Ann Berg", "2033-05-02", SaidStance.OPEN, "the harbour", "the harbour is still open");
    tell(
        1,
        "Ann Berg",
        "2033-05-02",
        SaidStance.OPEN,
        "fishing rights",
        "fishing rights are not settled");
    assertEquals(2, groups().size());
  }

  @Test
  void anotherDayIsAnotherStatement() {
    tell(0, "Ann Berg", "2033-05-02", SaidStance.OPEN, "the harbour", "the harbour is still open");
    tell(1, "Ann Berg", "2033-04-20", SaidStance.OPEN, "the harbour", "the harbour is still open");
    assertEquals(2, groups().size());
  }

  @Test
  void twoConditionsAreTwoStatements() {
    told.add(
        telling(
            0,
            null,
            "Ann Berg",
            "2033-05-02",
            SaidStance.CONDITIONAL,
            null,
            "the accord",
            "no accord without an amnesty",
            "an amnesty for the crews"));
    told.add(
        telling(
            1,
            null,
            "Ann Berg",
            "2033-05-02",
            SaidStance.CONDITIONAL,
            null,
            "the accord",
            "no accord before the census",
            "a census of the islands"));
    assertEquals(2, groups().size());
  }

  @Test
  void theRecordIsConfirmedOrContradicted() {
    recorded("k1", "Ann Berg", "2033-05-02", SaidStance.AGREED, "the course of the border");
    recorded("k2", "Ann Berg", "2033-04-11", SaidStance.OPEN, "fishing rights");
    tell(
        0,
        "Ann Berg",
        "2033-05-02",
        SaidStance.AGREED,
        "the course of the border",
        "the course of the border is agreed");
    tell(
        0,
        "Ann Berg",
        "2033-05-02",
        SaidStance.REJECTED,
        "fishing rights",
        "fishing rights are out of the question");
    tell(
        1,
        "Olaf Holm",
        "2033-05-02",
        SaidStance.AGREED,
        "fishing rights",
        "fishing rights are agreed");
    List<StatementGroup> groups = groups();
    assertEquals(
        List.of("CONFIRMS k1 true", "SAYS_OTHERWISE k2 false", "NEW null false"),
        groups.stream()
            .map(each -> each.relation() + " " + each.record() + " " + each.isSameOccasion())
            .toList());
  }

  /// An article of January tells again what was said in December: it contradicts nothing said
  /// since.
  @Test
  void whatWasSaidBeforeTheRecordIsHistory() {
    recorded("k1", "Ann Berg", "2033-01-25", SaidStance.AGREED, "the course of the border");
    for (String day : List.of("2032-12-26", "2033-01-24", "2033-01-25", "2033-02-20")) {
      tell(
          0,
          "Ann Berg",
          day,
          SaidStance.OPEN,
          "the course of the border",
          "the course of the border is still open");
    }
    assertEquals(
        List.of("2032-12-26 NEW", "2033-01-24 SAYS_OTHERWISE", "2033-02-20 SAYS_OTHERWISE"),
        groups().stream()
            .map(each -> each.told().getFirst().said() + " " + each.relation())
            .toList());
  }

  /// One word of a longer subject, or a stance that can hold beside the other, contradicts nothing.
  @Test
  void aCommonSubjectAloneIsNoContradiction() {
    recorded("k1", "Ann Berg", "2033-05-01", SaidStance.MOSTLY_AGREED, "the harbour plan");
    recorded("k2", "Ann Berg", "2033-05-01", SaidStance.AGREED, "fishing rights");
    tell(
        0,
        "Ann Berg",
        "2033-05-02",
        SaidStance.OPEN,
        "the harbour plan",
        "parts of the harbour plan are still open");
    tell(
        0,
        "Ann Berg",
        "2033-05-02",
        SaidStance.REJECTED,
        "an audit of the register of fishing licences and rights of transit by a foreign body",
        "an audit of the register by a foreign body is out of the question");
    assertEquals(
        List.of(Relation.NEW, Relation.NEW),
        groups().stream().map(StatementGroup::relation).toList());
  }

  @Test
  void anotherFigureSaysOtherwise() {
    record.add(
        telling(
            -1,
            "k1",
            "Ann Berg",
            "2033-05-01",
            SaidStance.SHARE,
            800,
            "the treaty",
            "the treaty is 80 percent done",
            null));
    told.add(
        telling(
            0,
            null,
            "Ann Berg",
            "2033-05-02",
            SaidStance.SHARE,
            900,
            "the treaty",
            "ninety percent of the treaty is done",
            null));
    assertEquals(Relation.SAYS_OTHERWISE, groups().getFirst().relation());
  }

  @Test
  void whatASourceAddsIsShown() {
    told.add(
        telling(
            0,
            null,
            "Ann Berg",
            "2033-05-02",
            SaidStance.SHARE,
            900,
            "the treaty",
            "ninety percent of the treaty is done",
            null));
    record.add(
        telling(
            -1,
            "k1",
            "Ann Berg",
            "2033-05-02",
            SaidStance.SHARE,
            900,
            "the treaty",
            "the treaty is 90 percent done",
            null));
    told.add(
        telling(
            1,
            null,
            "Ann Berg",
            "2033-05-02",
            SaidStance.SHARE,
            900,
            "the treaty",
            "90 percent of the treaty is done if the census holds",
            "the census holds"));
    StatementGroup one = groups().getFirst();
    assertEquals(1, groups().size());
    assertEquals(
        List.of(Kind.CONDITION), one.added().stream().map(StatementGroup.Added::kind).toList());
    assertEquals(1, one.told().get(one.added().getFirst().by()).article());
  }

  @Test
  void oneWhoContradictsThemselfIsMarked() {
    tell(
        0,
        "Ann Berg",
        "2033-05-02",
        SaidStance.AGREED,
        "the harbour dues",
        "the harbour dues are agreed");
    tell(
        1,
        "Ann Berg",
        "2033-05-02",
        SaidStance.OPEN,
        "harbour dues",
        "harbour dues are anything but agreed");
    List<StatementGroup> groups = groups();
    assertEquals(2, groups.size());
    assertEquals(List.of(2), groups.getFirst().otherwise());
    assertTrue(groups.getLast().otherwise().contains(1));
  }
}
