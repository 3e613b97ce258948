package org.parley.web.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.round.TabledPackageId;
import org.parley.model.text.Point;
import org.parley.round.Accord;
import org.parley.round.AccordRecords;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;

/// A round in a case that has none: one package that both parties accepted, with its accord on
/// record, and one that nobody has answered yet.
final class RoundsAdded {

  static final String ROUND = "single-text";
  static final String ACCEPTED = "single-text-1";
  static final String OPEN = "single-text-2";

  private static final Visibility READERS = new Visibility.Delegations();

  private RoundsAdded() {}

  /// The case with the round; itself if it has no point to settle.
  static Case to(Case contents, Instant at) {
    CaseView view = contents.viewFor(new Viewer.Mediator());
    Optional<Point> point =
        view.points().stream()
            .filter(each -> each.options().size() > 1)
            .filter(each -> each.visibility() instanceof Visibility.Public)
            .findFirst();
    if (point.isEmpty()) {
      return contents;
    }
    Round round =
        new Round(
            new RoundId(ROUND),
            LocalizedText.of("Single text"),
            view.parties().stream().limit(2).map(each -> each.id()).toList(),
            List.of(point.get().id()),
            moment(at, 2),
            null,
            Round.Revealing.ALL_ANSWERED,
            List.of(Round.Disclosure.COUNT),
            Round.Improving.LEXIMIN,
            READERS);
    TabledPackage accepted = tabled(ACCEPTED, round, point.get(), 0, at);
    List<CaseRecord> all = new ArrayList<>(view.records());
    all.addAll(List.of(round, accepted, tabled(OPEN, round, point.get(), 1, at)));
    Case tabled = Case.of(view.info(), all);
    TabledSheet sheet = TabledSheet.of(tabled.viewFor(new Viewer.Mediator()), accepted);
    List<SealedAnswer> answers =
        round.parties().stream()
            .map(each -> new SealedAnswer(accepted.id(), each, at, sheet.basis(), yes()))
            .toList();
    Accord accord = Accord.of(sheet, Revelation.of(sheet, answers, at)).orElseThrow();
    all.addAll(
        AccordRecords.of(accord, view.info().title().text(), "Ad referendum", READERS).records());
    return Case.of(view.info(), all);
  }

  private static AnswerSheet yes() {
    return new AnswerSheet(new AnswerWord.Accepts(), Map.of());
  }

  private static ZonedMoment moment(Instant at, int hoursBefore) {
    return new ZonedMoment(at.minus(hoursBefore, ChronoUnit.HOURS).toString());
  }

  private static TabledPackage tabled(String id, Round round, Point point, int option, Instant at) {
    return new TabledPackage(
        new TabledPackageId(id),
        round.id(),
        LocalizedText.of("Text " + (option + 1)),
        1,
        null,
        null,
        List.of(
            new TabledProvision(
                point.id(), point.options().get(option).id(), null, "As the parties agree.")),
        moment(at, 1),
        READERS);
  }

  /// Seals the answers of both parties to the package that is accepted.
  static void answer(CaseService cases, Case contents) {
    CaseView view = contents.viewFor(new Viewer.Mediator());
    for (TabledPackage each : view.tabledPackages()) {
      if (each.id().value().equals(ACCEPTED)) {
        TabledSheet sheet = TabledSheet.of(view, each);
        for (PartyId party : sheet.round().parties()) {
          cases
              .rounds(Visitor.delegation("d", party))
              .orElseThrow()
              .take(view, each, party, sheet.basis(), 0, yes());
        }
      }
    }
  }
}
