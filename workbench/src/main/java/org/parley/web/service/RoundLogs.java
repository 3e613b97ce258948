package org.parley.web.service;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.answer.round.RoundLogAnswer.RoundHistory;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.round.log.RecordedCase;
import org.parley.round.log.RoundLog;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// Makes the log of a round of the journal and of what its rule reveals.
public final class RoundLogs {

  private RoundLogs() {}

  /// The log of a round that is on record, or was.
  ///
  /// @throws NotOnRecord if there never was such a round
  public static RoundHistory history(
      CaseService service, Visitor visitor, OpenCase open, String id) {
    RoundId round = round(open, id, service);
    List<RecordedCase> cases = service.recorded(round);
    Optional<SealedRounds> sealed = service.rounds(visitor);
    RoundLog log =
        sealed
            .map(each -> each.log(round, cases))
            .orElseGet(() -> RoundLog.of(round, cases, null, Instant.MAX));
    return new RoundHistory(
        round, cases, log, said(), moment -> sealed.map(each -> each.at(moment)));
  }

  /// Many events are of the same case, whose names are put into words once.
  private static UnaryOperator<CaseView> said() {
    Language language = Language.current();
    IdentityHashMap<CaseView, CaseView> said = new IdentityHashMap<>();
    return view -> said.computeIfAbsent(view, each -> OpenCase.onPageIn(language, each));
  }

  /// The id of a round that is on record, or was.
  private static RoundId round(OpenCase open, String id, CaseService service) {
    List<String> known = open.view().rounds().stream().map(each -> each.id().value()).toList();
    try {
      RoundId round = new RoundId(id);
      if (open.view().find(id).filter(Round.class::isInstance).isPresent()
          || !service.recorded(round).isEmpty()) {
        return round;
      }
    } catch (IllegalArgumentException _) {
      // no id at all: as unknown as any other
    }
    throw new NotOnRecord("round", id, known);
  }
}
