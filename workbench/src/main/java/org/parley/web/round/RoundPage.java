package org.parley.web.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundReader;
import org.parley.answer.round.RoundsAnswer;
import org.parley.answer.round.RoundsAnswer.AnswerStanding;
import org.parley.answer.round.RoundsAnswer.RoundStanding;
import org.parley.answer.round.RoundsAnswer.TabledStanding;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackageId;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// One round: its rule, the packages on its table, and the sheets of one's own delegation.
///
/// @param frame the page frame
/// @param round the round
/// @param party the name of the reader's delegation; empty for everyone else
/// @param forms the sheets on which the reader may answer now, by package
/// @param versions the address of the form of a version of each package
/// @param problem the reason why an answer was not taken; empty for none
/// @param wrong the package whose answer was not taken; empty for none
/// @param isTaken whether an answer was just sealed
public record RoundPage(
    Frame frame,
    RoundStanding round,
    String party,
    Map<TabledPackageId, AnswerForm> forms,
    Map<TabledPackageId, String> versions,
    String problem,
    String wrong,
    boolean isTaken) {

  public RoundPage {
    forms = Map.copyOf(forms);
    versions = Map.copyOf(versions);
  }

  /// The page of a round.
  ///
  /// @throws NotOnRecord if there is no such round
  public static RoundPage of(
      OpenCase open,
      String id,
      Optional<? extends RoundReader> reader,
      String problem,
      String wrong,
      boolean isTaken) {
    Round found =
        open.view()
            .find(id)
            .filter(Round.class::isInstance)
            .map(Round.class::cast)
            .orElseThrow(
                () ->
                    new NotOnRecord(
                        "round",
                        id,
                        open.view().rounds().stream().map(each -> each.id().value()).toList()));
    CaseView said = open.onPageIn(Language.current()).view();
    RoundsAnswer answer = RoundsAnswer.of(open.view(), said, reader, found.id());
    RoundStanding round = answer.rounds().getFirst();
    PartyId party = reader.map(RoundReader::party).orElse(null);
    return new RoundPage(
        Frame.of(round.title(), open.view().info(), "rounds"),
        round,
        party == null || !found.parties().contains(party) ? "" : Say.party(said, party),
        party == null || !found.parties().contains(party)
            ? Map.of()
            : forms(open.view(), said, round, reader.orElse(null)),
        versions(said, round, party),
        problem,
        wrong,
        isTaken);
  }

  private static Map<TabledPackageId, String> versions(
      CaseView said, RoundStanding round, @Nullable PartyId party) {
    Map<TabledPackageId, String> versions = new HashMap<>();
    for (TabledStanding each : round.packages()) {
      versions.put(each.tabled(), NextVersion.address(said.get(each.tabled()), party));
    }
    return versions;
  }

  private static Map<TabledPackageId, AnswerForm> forms(
      CaseView raw, CaseView said, RoundStanding round, @Nullable RoundReader reader) {
    Map<TabledPackageId, AnswerForm> forms = new HashMap<>();
    for (TabledStanding each : round.packages()) {
      if (reader != null && each.standing() == AnswerStanding.TAKEN) {
        forms.put(each.tabled(), AnswerForm.of(raw, said, said.get(each.tabled()), reader));
      }
    }
    return forms;
  }

  /// The sheet of a package; null if it cannot be answered now.
  public @Nullable AnswerForm form(TabledStanding tabled) {
    return forms.get(tabled.tabled());
  }

  /// The form of a version of a package: what it says so far, for the same recipients.
  public String versionOf(TabledStanding tabled) {
    return Objects.requireNonNull(versions.get(tabled.tabled()));
  }

  /// Whether asks are taken: it is on the table, and no later version replaced it.
  public boolean isOpen(TabledStanding tabled) {
    return tabled.standing() == AnswerStanding.TAKEN
        || tabled.standing() == AnswerStanding.REVEALED;
  }

  /// The ids of its points, for the form of a new package.
  public List<String> points() {
    return round.points().stream().map(Object::toString).toList();
  }

  /// The id of the round.
  public RoundId id() {
    return round.round();
  }
}
