package org.parley.outlook.ways;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.approval.Chance;
import org.parley.bargain.cases.ApprovalChain.ChainStage;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.Ratification;
import org.parley.bargain.cases.Ratification.Prospect;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.board.Agreement;
import org.parley.board.Agreement.PointStanding;
import org.parley.board.Board;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Row;
import org.parley.board.word.Stance;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.model.step.When;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.outlook.OpenTexts;
import org.parley.outlook.ways.Talks.Barrier;
import org.parley.outlook.ways.Talks.BarrierKind;
import org.parley.outlook.ways.Talks.BarrierMove;
import org.parley.outlook.ways.Talks.LaterApproval;
import org.parley.outlook.ways.Talks.OpenText;
import org.parley.outlook.ways.Talks.Prospects;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;

/// The talks of a case on a day, as its board, packages and sequence tell them.
///
/// @param talks what keeps texts back
/// @param clashesLeft whether clashes may be missing: the search was stopped, or there are too many
///   demands
/// @param knotsLeft whether knots may be missing
public record CaseTalks(Talks talks, boolean clashesLeft, boolean knotsLeft) {

  /// Reads the talks on the day of a board.
  ///
  /// @param packages the bargaining problem of the day; null if there is none
  /// @param sequence the sequence from that day
  /// @param budget of each search
  public static CaseTalks of(
      Board board, @Nullable PackageProblem packages, SequenceProblem sequence, Budget budget) {
    return new Reader(board).read(packages, sequence, budget);
  }

  private static final class Reader {

    private final Board board;
    private final CaseView view;
    private final List<OpenText> texts = new ArrayList<>();
    private final List<Barrier> barriers = new ArrayList<>();
    private final List<LaterApproval> approvals = new ArrayList<>();
    private boolean clashesLeft;
    private boolean knotsLeft;

    Reader(Board board) {
      this.board = board;
      view = board.view();
    }

    CaseTalks read(@Nullable PackageProblem packages, SequenceProblem sequence, Budget budget) {
      for (Instrument each : view.instruments()) {
        if (board.shows(each.id()) && OpenTexts.isOpen(each, board.acts())) {
          text(each);
        }
      }
      if (!texts.isEmpty()) {
        if (packages != null) {
          clashes(packages, budget);
          approvals(packages, budget);
        }
        knots(sequence, budget);
      }
      return new CaseTalks(new Talks(texts, barriers, approvals), clashesLeft, knotsLeft);
    }

    private void text(Instrument instrument) {
      InstrumentId id = instrument.id();
      List<PartyId> among =
          board.columns().stream().filter(instrument.signatories()::contains).toList();
      List<PointStanding> points =
          among.size() < 2
              ? List.of()
              : Optional.of(board.among(among, id)).map(Agreement::points).orElse(List.of());
      int agreed = 0;
      for (PointStanding each : points) {
        if (each.stance() == Stance.AGREED) {
          agreed++;
        } else {
          open(id, each.point(), new TalksIssue.OfPoint(each.point()), among);
        }
      }
      if (points.isEmpty() && (among.size() < 2 || board.standing(id, among) != Stance.AGREED)) {
        open(id, id, new TalksIssue.OfText(id), among);
      }
      texts.add(new OpenText(id, instrument.signatories(), agreed, points.size()));
    }

    /// One barrier for each signatory that has not agreed; for all if each has, not to each other.
    private void open(InstrumentId text, Subject subject, TalksIssue issue, List<PartyId> among) {
      Row row = board.get(subject);
      List<Cell> cells = among.stream().map(row::get).toList();
      boolean isMutual = cells.stream().allMatch(each -> each.stance() == Stance.AGREED);
      for (Cell each : cells) {
        if (isMutual || each.stance() != Stance.AGREED) {
          barriers.add(
              new Barrier(
                  BarrierKind.OPEN_POINT,
                  List.of(text),
                  List.of(new BarrierMove(List.of(each.party()), issue, each.stance()))));
        }
      }
    }

    private void clashes(PackageProblem packages, Budget budget) {
      if (PartyDemand.of(packages.problem()).size() > Bridges.MOST_DEMANDS) {
        clashesLeft = true;
        return;
      }
      Finding<Clashes> found = Bridges.find(packages.problem(), budget);
      clashesLeft = found instanceof Finding.Bounded;
      for (List<PartyDemand> clash : found.findAnswer().map(Clashes::clashes).orElse(List.of())) {
        Set<InstrumentId> kept = new LinkedHashSet<>();
        Set<BarrierMove> moves = new LinkedHashSet<>();
        for (PartyDemand demand : clash) {
          PartyId by = packages.seats().get(demand.party()).party();
          Optional<PointId> point = pointOf(packages, demand);
          point.ifPresentOrElse(
              each -> kept.add(view.get(each).instrument()),
              () ->
                  packages
                      .matters()
                      .forEach(each -> kept.add(view.get(each.point()).instrument())));
          TalksIssue issue =
              point
                  .<TalksIssue>map(TalksIssue.OfPoint::new)
                  .orElseGet(() -> new TalksIssue.OfBaseline(by));
          moves.add(new BarrierMove(List.of(by), issue, Stance.SILENT));
        }
        add(BarrierKind.CLASH, kept, moves);
      }
    }

    private static Optional<PointId> pointOf(PackageProblem packages, PartyDemand demand) {
      return switch (demand) {
        case PartyDemand.RedLine(_, Choice choice) ->
            Optional.of(packages.matters().get(choice.point()).point());
        case PartyDemand.Limit(_, var values, _) ->
            Optional.of(packages.matters().get(values.point()).point());
        case PartyDemand.OnlyIf(_, var contingency) ->
            Optional.of(packages.matters().get(contingency.choice().point()).point());
        case PartyDemand.Baseline _ -> Optional.empty();
      };
    }

    private void knots(SequenceProblem sequence, Budget budget) {
      Finding<List<Knot>> found = Knots.of(sequence, budget);
      knotsLeft = !found.isComplete();
      for (Knot knot : found.findAnswer().orElse(List.of())) {
        Set<InstrumentId> kept = new LinkedHashSet<>();
        Set<BarrierMove> moves = new LinkedHashSet<>();
        for (DemandId id : knot.demands()) {
          Demand demand = view.get(id);
          steps(demand).forEach(step -> kept.addAll(textOf(step)));
          moves.add(new BarrierMove(demand.by(), new TalksIssue.OfDemand(id), Stance.SILENT));
        }
        if (!knot.isFirm()) {
          for (TermId term : new TreeSet<>(knot.readings().keySet())) {
            moves.add(new BarrierMove(List.of(), new TalksIssue.OfTerm(term), Stance.SILENT));
          }
        }
        add(BarrierKind.KNOT, kept, moves);
      }
    }

    private static Stream<StepId> steps(Demand demand) {
      return Stream.concat(demand.allOf().stream(), demand.anyOf().stream())
          .flatMap(
              timing ->
                  switch (timing) {
                    case Demand.Timing.After(When step, When of, _, _) -> Stream.of(step, of);
                    case Demand.Timing.Once(When step, When of) -> Stream.of(step, of);
                    case Demand.Timing.Together(When step, When with) -> Stream.of(step, with);
                    case Demand.Timing.NotBefore(When step, _) -> Stream.of(step);
                    case Demand.Timing.By(When step, _) -> Stream.of(step);
                    case Demand.Timing.ToBeDetermined(StepId step, _) -> Stream.of(step);
                    case Demand.Timing.Escalated(StepId step, _) -> Stream.of(step);
                  })
          .filter(StepId.class::isInstance)
          .map(StepId.class::cast);
    }

    private List<InstrumentId> textOf(StepId step) {
      InstrumentId text = view.get(step).instrument();
      return text == null ? List.of() : List.of(text);
    }

    /// Adds a barrier of the open texts among some; of all open ones if none of them is.
    private void add(BarrierKind kind, Set<InstrumentId> kept, Set<BarrierMove> moves) {
      List<InstrumentId> open = texts.stream().map(OpenText::text).toList();
      List<InstrumentId> among = open.stream().filter(kept::contains).toList();
      if (!moves.isEmpty()) {
        barriers.add(new Barrier(kind, among.isEmpty() ? open : among, List.copyOf(moves)));
      }
    }

    private void approvals(PackageProblem packages, Budget budget) {
      Ratification ratification = Ratification.of(packages, budget);
      List<ChainStage> stages = packages.approvals().stages();
      for (int stage = 0; stage < stages.size(); stage++) {
        int index = stage;
        List<Prospect> fates = ratification.fates();
        List<Chance> chances =
            fates.stream().map(each -> each.passage().stages().get(index).chance()).toList();
        Set<PointId> decidedBy = new LinkedHashSet<>();
        for (int one = 0; one < fates.size(); one++) {
          for (int other = one + 1; other < fates.size(); other++) {
            if (!chances.get(one).equals(chances.get(other))) {
              onlyChange(fates.get(one), fates.get(other))
                  .ifPresent(point -> decidedBy.add(packages.matters().get(point).point()));
            }
          }
        }
        ChainStage named = stages.get(stage);
        approvals.add(
            new LaterApproval(
                named.instrument(), named.title(), prospects(chances), List.copyOf(decidedBy)));
      }
    }

    /// The point on which two combinations differ, if it is one.
    private static Optional<Integer> onlyChange(Prospect one, Prospect other) {
      List<Choice> changed =
          one.options().stream().filter(each -> !other.options().contains(each)).toList();
      return changed.size() == 1 ? Optional.of(changed.getFirst().point()) : Optional.empty();
    }

    private static Prospects prospects(List<Chance> chances) {
      if (chances.stream().allMatch(Chance.UNKNOWN::equals)) {
        return Prospects.UNKNOWN;
      }
      return chances.stream().allMatch(Chance::isSure)
          ? Prospects.PASSES
          : chances.stream().allMatch(Chance::isNone) ? Prospects.REFUSES : Prospects.OPEN;
    }
  }
}
