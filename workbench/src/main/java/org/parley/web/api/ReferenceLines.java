package org.parley.web.api;

import java.util.Arrays;
import java.util.List;
import org.parley.answer.reference.EditionsAnswer;
import org.parley.answer.reference.PassagesAnswer;
import org.parley.answer.reference.PrecedentsAnswer;
import org.parley.corpus.Corpus;
import org.parley.corpus.PassageQuery;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.ConflictKind;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.reference.PassagesPage;
import org.parley.web.reference.PrecedentsPage;

/// Agreements of others, and the collections that say so.
final class ReferenceLines {

  private static final int USUAL = 50;
  private static final int MOST = 3_000;

  private ReferenceLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get(
                "/api/points/{id}/precedents",
                "reference",
                "precedents",
                "what others agreed on the topics of a point, and what became of it")
            .with(
                Parameter.list("with", "Points asked together with it. Default: none."),
                Parameter.text(
                    "option",
                    "A way to settle the point, whose topics come to those of the point."),
                Parameter.oneOf(
                    "scope",
                    Arrays.stream(AgreementScope.values()).map(AgreementScope::key).toList(),
                    "Near is: concluded so. Default: does not count."),
                Parameter.oneOf(
                    "kind",
                    Arrays.stream(ConflictKind.values()).map(ConflictKind::key).toList(),
                    "Near is: about this. Default: does not count."),
                Parameter.oneOf(
                    "stage",
                    Arrays.stream(AgreementStage.values()).map(AgreementStage::key).toList(),
                    "Near is: at this stage. Default: does not count."),
                Parameter.number("from", 0, 100_000, "How many to leave out. Default: 0."),
                Parameter.number(
                    "most", 0, MOST, "How many agreements to list. Default: " + USUAL + "."))
            .answers(
                PrecedentsAnswer.class,
                asked ->
                    Reply.of(
                        PrecedentsPage.answer(
                            asked.open(),
                            asked.path("id"),
                            asked.query(),
                            asked.services().shelf(),
                            asked.query().number("most", 0, MOST, USUAL)))),
        Line.get(
                "/api/points/{id}/passages",
                "reference",
                "passages",
                "what texts of other agreements say on the topics of a point, word for word")
            .with(
                Parameter.text(
                    "words",
                    "Passages with one of these words; a phrase stands in quotation marks."),
                Parameter.number(
                    "most",
                    0,
                    PassageQuery.MOST,
                    "How many passages to give. Default: " + PassagesPage.SHOWN + "."))
            .answers(
                PassagesAnswer.class,
                asked ->
                    Reply.of(
                        PassagesPage.answer(
                            asked.open(),
                            asked.path("id"),
                            asked.query(),
                            Corpus.of(asked.services().shelf()),
                            asked
                                .query()
                                .number("most", 0, PassageQuery.MOST, PassagesPage.SHOWN)))),
        Line.get(
                "/api/reference",
                "reference",
                "reference",
                "the known editions of collections about other agreements")
            .answers(
                EditionsAnswer.class,
                asked -> Reply.of(EditionsAnswer.of(asked.services().shelf()))));
  }
}
