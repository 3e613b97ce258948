package org.parley.web.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundReader;
import org.parley.bargain.cases.CasePackages;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.exact.Budget;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.round.AnswerCheck;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.Asking;
import org.parley.round.RefusedAnswer;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.SealedAsk;
import org.parley.round.TabledSheet;
import org.parley.round.log.RecordedCase;
import org.parley.round.log.RoundLog;
import org.parley.store.BallotBox;
import org.parley.web.view.RecentCache;

/// The sealed answers as one visitor may know them: their own party's, and of the rest what the
/// rule reveals. On a server it is the only reader of the [BallotBox].
public final class SealedRounds implements RoundReader {

  /// The steps that the search for an improvement may take.
  private static final long MOST_STEPS = 200_000;

  private final BallotBox box;
  private final Visitor visitor;
  private final InstantSource clock;
  private final Instant now;

  /// Whether the moment is an earlier one than that of the request.
  private final boolean isPast;

  /// The answers read for this request.
  private final Map<String, List<SealedAnswer>> read = new ConcurrentHashMap<>();

  /// The case as it was at a moment, as mediators see it; empty if it cannot be read.
  private final Function<Instant, Optional<CaseView>> positions;

  private final RecentCache<String, PackageImprovement> improvements;

  SealedRounds(
      BallotBox box,
      Visitor visitor,
      InstantSource clock,
      Function<Instant, Optional<CaseView>> positions,
      RecentCache<String, PackageImprovement> improvements) {
    this.positions = positions;
    this.improvements = improvements;
    this.box = box;
    this.visitor = visitor;
    this.clock = clock;
    now = clock.instant();
    isPast = false;
  }

  private SealedRounds(SealedRounds today, Instant moment) {
    positions = today.positions;
    improvements = today.improvements;
    box = today.box;
    visitor = today.visitor;
    clock = today.clock;
    now = moment;
    isPast = true;
  }

  /// The same as of an earlier moment: of later answers nothing is known.
  public SealedRounds at(Instant moment) {
    return new SealedRounds(this, moment.isBefore(now) ? moment : now);
  }

  /// The log of a round until now, as far as its rule reveals it.
  ///
  /// @param cases the case at each moment at which records of the round changed
  public RoundLog log(RoundId round, List<RecordedCase> cases) {
    Set<TabledPackageId> ids = new LinkedHashSet<>();
    cases.forEach(each -> each.view().tabledPackages().forEach(tabled -> ids.add(tabled.id())));
    return RoundLog.of(round, cases, box.listAll(ids), now);
  }

  private List<SealedAnswer> answers(TabledSheet sheet) {
    return read.computeIfAbsent(
        sheet.tabled().id().value(),
        _ ->
            isPast || Revelation.isOver(sheet, now)
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

  @Override
  public Optional<PackageImprovement> improvement(TabledSheet sheet) {
    return Asking.allAsk(sheet, box.listAsks(sheet.tabled().id()), now)
        .map(
            at ->
                improvements.get(
                    sheet.tabled().id() + " " + sheet.basis() + " " + at,
                    () -> improvement(sheet, at)));
  }

  /// The improvement by the positions on record at the moment when the last asked. Later ones do
  /// not change it: it would tell of them.
  private PackageImprovement improvement(TabledSheet sheet, Instant at) {
    CaseView view = positions.apply(at).orElse(null);
    if (view == null
        || !(CasePackages.of(view) instanceof PreparedProblem.Ready(PackageProblem packages))) {
      return new PackageImprovement.Undecided();
    }
    Set<OptionId> open =
        view.points().stream()
            .filter(each -> each.visibility().covers(sheet.tabled().visibility()))
            .flatMap(each -> each.options().stream())
            .filter(each -> each.visibility().covers(sheet.tabled().visibility()))
            .map(Option::id)
            .collect(Collectors.toSet());
    return PackageImprovement.of(
        packages,
        sheet.parties(),
        sheet.tabled().provisions(),
        open,
        sheet.round().improves(),
        Budget.ofSteps(MOST_STEPS));
  }

  @Override
  public boolean ownAsk(TabledSheet sheet) {
    PartyId party = party();
    return party != null && Asking.own(sheet, box.listAsks(sheet.tabled().id()), party);
  }

  @Override
  public int ownAsks(TabledSheet sheet) {
    PartyId party = party();
    return party == null ? 0 : Asking.entries(sheet, box.listAsks(sheet.tabled().id()), party);
  }

  /// Takes an ask to see an improvement, or takes it back, if nothing is wrong with it.
  ///
  /// @param by the party in whose name it is sent; null for none
  /// @param seen how many asks of that party its author has seen
  public Optional<AnswerFault> ask(
      CaseView view,
      TabledPackage tabled,
      @Nullable PartyId by,
      String basis,
      int seen,
      boolean asks) {
    if (by == null) {
      return refused(tabled, null, true, clock.instant(), AnswerFault.ANSWER_FOR_ANOTHER);
    }
    TabledSheet sheet = TabledSheet.of(view, tabled);
    AtomicReference<Instant> received = new AtomicReference<>(now);
    Asking.ReceivedAsk ask = new Asking.ReceivedAsk(party(), by, basis, seen, asks);
    return box.appendAsk(
            visitor.name(),
            clock,
            at -> new SealedAsk(tabled.id(), by, received(received, at), sheet.basis(), asks),
            (earlier, at) -> Asking.fault(sheet, earlier, ask, at))
        .flatMap(fault -> refused(tabled, by, true, received.get(), fault));
  }

  /// Takes an answer, or a withdrawal, if nothing is wrong with it.
  ///
  /// @param by the party in whose name it is given; null for none
  /// @param seen how many entries of that party its author has seen
  /// @param said the answer; null for a withdrawal
  public Optional<AnswerFault> take(
      CaseView view,
      TabledPackage tabled,
      @Nullable PartyId by,
      String basis,
      int seen,
      @Nullable AnswerSheet said) {
    if (by == null) {
      return refused(tabled, null, false, clock.instant(), AnswerFault.ANSWER_FOR_ANOTHER);
    }
    TabledSheet sheet = TabledSheet.of(view, tabled);
    Set<OptionId> options =
        TabledSheet.conditions(view, tabled).stream().map(Option::id).collect(Collectors.toSet());
    List<OptionId> chosen = new ArrayList<>();
    tabled.provisions().forEach(each -> addTo(chosen, each.option()));
    options.addAll(chosen);
    AnswerCheck.Received answer = new AnswerCheck.Received(party(), by, basis, seen, said);
    AtomicReference<Instant> received = new AtomicReference<>(now);
    read.clear();
    return box.append(
            visitor.name(),
            clock,
            at -> new SealedAnswer(tabled.id(), by, received(received, at), sheet.basis(), said),
            (answers, at) -> AnswerCheck.fault(sheet, options, answers, answer, at))
        .flatMap(fault -> refused(tabled, by, false, received.get(), fault));
  }

  private static Instant received(AtomicReference<Instant> moment, Instant at) {
    moment.set(at);
    return at;
  }

  /// Keeps a refusal for the log of the round, and returns it.
  private Optional<AnswerFault> refused(
      TabledPackage tabled, @Nullable PartyId by, boolean isAsk, Instant at, AnswerFault fault) {
    box.refuse(new RefusedAnswer(tabled.id(), at, visitor.name(), party(), by, isAsk, fault));
    return Optional.of(fault);
  }

  private static void addTo(List<OptionId> options, @Nullable OptionId option) {
    if (option != null) {
      options.add(option);
    }
  }
}
