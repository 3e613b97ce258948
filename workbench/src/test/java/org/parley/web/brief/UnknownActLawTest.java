package org.parley.web.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.ActsAnswer;
import org.parley.answer.board.BoardAnswer;
import org.parley.answer.board.PrincipalQuestions;
import org.parley.answer.board.QuestionAnswer;
import org.parley.answer.board.TimelineAnswer;
import org.parley.board.Board;
import org.parley.board.Movement;
import org.parley.model.ActSubject;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.web.view.OpenCase;

/// Entering an act changes nothing of what was known before its day of knowledge: not the board,
/// the acts, the timeline, the questions or the briefing.
class UnknownActLawTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  /// The acts that need no more than kind, date, doers and object.
  private static final List<ActKind> PLAIN =
      List.of(
          ActKind.DRAFTED,
          ActKind.FINALISED,
          ActKind.INITIALLED,
          ActKind.SIGNED,
          ActKind.ADOPTED,
          ActKind.RATIFIED,
          ActKind.REJECTED,
          ActKind.ENTERED_INTO_FORCE,
          ActKind.SUSPENDED,
          ActKind.TERMINATED);

  private static boolean isPublic(CaseRecord record) {
    return record.visibility() instanceof Visibility.Public;
  }

  private static Optional<Act> act(Case all, Random random, LocalDate known) {
    List<ActSubject> instruments = new ArrayList<>();
    List<ActSubject> others = new ArrayList<>();
    List<PartyId> parties = new ArrayList<>();
    List<SourceId> sources = new ArrayList<>();
    for (CaseRecord each : all.records()) {
      if (isPublic(each)) {
        switch (each) {
          case Instrument instrument -> instruments.add(instrument.id());
          case Point point -> others.add(point.id());
          case Step step -> others.add(step.id());
          case Party party -> parties.add(party.id());
          case Source source -> sources.add(source.id());
          default -> {}
        }
      }
    }
    boolean isOfImplementation = random.nextInt(3) == 0;
    List<ActSubject> objects = isOfImplementation ? others : instruments;
    if (objects.isEmpty() || parties.isEmpty() || sources.isEmpty()) {
      return Optional.empty();
    }
    Act act =
        Act.of(
            new ActId("a-new-act"),
            isOfImplementation ? ActKind.PERFORMED : PLAIN.get(random.nextInt(PLAIN.size())),
            Edtf.of(known.minusDays(random.nextInt(60))),
            null,
            List.of(parties.get(random.nextInt(parties.size()))),
            List.of(objects.get(random.nextInt(objects.size()))),
            List.of(sources.get(random.nextInt(sources.size()))),
            new Visibility.Public());
    return Optional.of(Rewrite.with(act, "known", Edtf.of(known)));
  }

  /// What pages and programs show of a day with the knowledge of a day.
  private static String shown(Case all, AsOf asOf) {
    OpenCase open = new OpenCase(all.viewFor(new Viewer.Mediator()));
    Board board = open.board(asOf);
    LocalDate since = asOf.date().minusDays(40);
    Movement movement = Movement.between(open.board(new AsOf(since, asOf.knownAt())), board);
    Brief brief =
        Brief.of(
            open, new Viewer.Mediator(), new Brief.DaysAsked(asOf.date(), asOf.knownAt(), since));
    return AnswerJson.pretty(
            BoardAnswer.of(open.view(), board, Optional.of(movement), Optional.empty()))
        + AnswerJson.pretty(ActsAnswer.of(open.view(), board.acts()))
        + AnswerJson.pretty(
            TimelineAnswer.of(
                open.view(), board, open.stock(asOf), 0, TimelineAnswer.USUAL_ENTRIES))
        + questions(open, board, since)
        + brief.states()
        + brief.moved()
        + brief.otherwise()
        + brief.due()
        + brief.carriedOut()
        + brief.isSettled();
  }

  private static String questions(OpenCase open, Board board, LocalDate since) {
    StringBuilder all = new StringBuilder();
    for (QuestionAnswer.Question each : QuestionAnswer.Question.values()) {
      all.append(
          AnswerJson.pretty(
              PrincipalQuestions.of(each, open.view(), open.boards(), board, since, null)));
    }
    return all.toString();
  }

  @Test
  void enteringAnActChangesNothingThatWasKnownBefore() {
    int entered = 0;
    int changed = 0;
    for (long seed = 0; seed < Effort.of(12, 40); seed++) {
      Random random = new Random(seed ^ 0xAC7);
      Case all =
          Cases.of(
              seed,
              new Cases.Size(
                  2 + random.nextInt(3), 1 + random.nextInt(5), random.nextInt(30), true));
      LocalDate known = FIRST.plusDays(200 + random.nextInt(400));
      Optional<Act> act = act(all, random, known);
      if (act.isEmpty()) {
        continue;
      }
      List<CaseRecord> records = new ArrayList<>(all.records());
      records.add(act.get());
      Case with = Case.of(all.info(), records);
      AsOf before = new AsOf(known.plusDays(random.nextInt(50)), known.minusDays(1));
      String name = "seed " + seed + ", " + before + ", " + act.get();
      assertEquals(shown(all, before), shown(with, before), name);
      AsOf after = new AsOf(known.plusDays(1), known);
      changed += shown(all, after).equals(shown(with, after)) ? 0 : 1;
      entered++;
    }
    assertTrue(entered > Effort.of(6, 20), "acts entered: " + entered);
    assertTrue(changed > 0.9 * entered, "acts that show once they are known: " + changed);
  }
}
