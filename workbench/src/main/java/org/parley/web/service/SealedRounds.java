package org.parley.web.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundReader;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.round.AnswerCheck;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.store.BallotBox;

/// The sealed answers as one visitor may know them: their own party's, and of the rest what the
/// rule reveals. The only reader of the [BallotBox].
public final class SealedRounds implements RoundReader {

  private final BallotBox box;
  private final Visitor visitor;
  private final InstantSource clock;
  private final Instant now;

  /// The answers read for this request.
  private final Map<String, List<SealedAnswer>> read = new ConcurrentHashMap<>();

  SealedRounds(BallotBox box, Visitor visitor, InstantSource clock) {
    this.box = box;
    this.visitor = visitor;
    this.clock = clock;
    now = clock.instant();
  }

  private List<SealedAnswer> answers(TabledSheet sheet) {
    return read.computeIfAbsent(
        sheet.tabled().id().value(),
        _ ->
            Revelation.isOver(sheet, now)
                ? box.listSettled(sheet.tabled().id())
                : box.list(sheet.tabled().id()));
  }

  @Override
  public Revelation revelation(TabledSheet sheet) {
    return Revelation.of(sheet, answers(sheet), now);
  }

  @Override
  public @Nullable PartyId party() {
    return visitor.role() == Role.DELEGATION ? visitor.party() : null;
  }

  @Override
  public Optional<SealedAnswer> own(TabledSheet sheet) {
    PartyId party = party();
    return party == null
        ? Optional.empty()
        : Optional.ofNullable(Revelation.own(sheet, answers(sheet), party, now));
  }

  @Override
  public int ownEntries(TabledSheet sheet) {
    PartyId party = party();
    return party == null ? 0 : AnswerCheck.entries(sheet, answers(sheet), party);
  }

  /// Takes an answer, or a withdrawal, if nothing is wrong with it.
  ///
  /// @param by the party in whose name it is given
  /// @param seen how many entries of that party its author has seen
  /// @param said the answer; null for a withdrawal
  public Optional<AnswerFault> take(
      CaseView view,
      TabledPackage tabled,
      PartyId by,
      String basis,
      int seen,
      @Nullable AnswerSheet said) {
    TabledSheet sheet = TabledSheet.of(view, tabled);
    Set<OptionId> options =
        TabledSheet.conditions(view, tabled).stream().map(Option::id).collect(Collectors.toSet());
    List<OptionId> chosen = new ArrayList<>();
    tabled.provisions().forEach(each -> addTo(chosen, each.option()));
    options.addAll(chosen);
    AnswerCheck.Received received = new AnswerCheck.Received(party(), by, basis, seen, said);
    read.clear();
    return box.append(
        visitor.name(),
        clock,
        at -> new SealedAnswer(tabled.id(), by, at, sheet.basis(), said),
        (answers, at) -> AnswerCheck.fault(sheet, options, answers, received, at));
  }

  private static void addTo(List<OptionId> options, @Nullable OptionId option) {
    if (option != null) {
      options.add(option);
    }
  }
}
