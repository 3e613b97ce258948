package org.parley.answer.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.QuestionAnswer.Question;
import org.parley.answer.board.QuestionAnswer.QuestionLine;
import org.parley.answer.board.QuestionAnswer.QuestionSection;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.board.CarriedOut;
import org.parley.board.Movement;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.Instrument;
import org.parley.model.text.PointId;
import org.parley.model.text.Signing;
import org.parley.model.text.Subject;
import org.parley.sequence.Deadlines;
import org.parley.sequence.DemandOutcome;
import org.parley.sequence.DemandOutcomes;
import org.parley.sequence.DemandVerdict;
import org.parley.wording.ActWording;
import org.parley.wording.BoardWording;
import org.parley.wording.BriefWording;
import org.parley.wording.CaseNames;
import org.parley.wording.Messages;
import org.parley.wording.OutcomeWording;
import org.parley.wording.Phrase;

/// Answers the questions that principals ask, by words, acts and rules on record; no worth is
/// assumed.
public final class PrincipalQuestions {

  /// The most lines of a section.
  private static final int MOST = 40;

  private static final int DAYS_BACK = 14;

  private final CaseView view;
  private final Boards boards;
  private final Board board;
  private final PartyStatements statements;
  private final Messages messages = Messages.current();
  private final CaseNames names;
  private final BoardWording wording;
  private final ActWording acts;

  private PrincipalQuestions(CaseView view, Boards boards, Board board) {
    this.view = view;
    this.boards = boards;
    this.board = board;
    this.statements = new PartyStatements(board);
    this.names = new CaseNames(messages, view);
    this.wording = new BoardWording(messages, view);
    this.acts = new ActWording(messages, view);
  }

  /// The answer to a question.
  ///
  /// @param board the board of the day
  /// @param since the day to compare with; by default a fortnight earlier
  /// @param reader the party that asks; null for all
  public static QuestionAnswer of(
      Question question,
      CaseView view,
      Boards boards,
      Board board,
      @Nullable LocalDate since,
      @Nullable PartyId reader) {
    PrincipalQuestions asked = new PrincipalQuestions(view, boards, board);
    List<PartyId> parties =
        reader == null ? board.columns() : board.columns().stream().filter(reader::equals).toList();
    LocalDate from = since != null ? since : board.asOf().date().minusDays(DAYS_BACK);
    List<QuestionSection> sections =
        switch (question) {
          case WANTS -> asked.wants(parties);
          case TRADES -> asked.trades(parties);
          case BLOCKS -> asked.blocks();
          case OVERDUE -> asked.overdue();
          case CHANGED -> asked.changed(from);
          case ANSWERS -> asked.answers(parties);
        };
    List<QuestionSection> found =
        sections.stream().filter(each -> !each.lines().isEmpty()).toList();
    LocalDate knownAt = board.asOf().knownAt();
    return new QuestionAnswer(
        view.info().title().text(),
        question,
        board.asOf().date(),
        knownAt.equals(LocalDate.MAX) ? null : knownAt,
        question == Question.CHANGED ? from : null,
        asked.messages.text(
            "question.headline",
            "question",
            question,
            "count",
            found.stream().mapToInt(each -> each.lines().size()).sum()),
        found);
  }

  private QuestionSection section(String title, List<QuestionLine> lines) {
    return new QuestionSection(title, lines.subList(0, Math.min(MOST, lines.size())));
  }

  private String party(PartyId id) {
    return names.party(id).text();
  }

  private String subject(Subject subject) {
    return names.subjectInFull(subject).sentence();
  }

  // what each party wants, by its words

  private List<QuestionSection> wants(List<PartyId> parties) {
    Set<DemandId> settled = settled();
    return parties.stream().map(each -> section(party(each), wants(each, settled))).toList();
  }

  private List<QuestionLine> wants(PartyId party, Set<DemandId> settled) {
    List<QuestionLine> lines = new ArrayList<>();
    statements.wanted(party).entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<Subject, List<Claim>> each) -> -each.getValue().size()))
        .forEach(each -> lines.add(want(each.getKey(), each.getValue())));
    for (Demand demand : view.demands()) {
      boolean isOwn = demand.by().contains(party) && !demand.inferred();
      if (isOwn && isMade(board, demand) && !settled.contains(demand.id())) {
        lines.add(new QuestionLine(demand.text(), List.copyOf(demand.claims())));
      }
    }
    return lines;
  }

  /// The demands that are no longer made: met, in time or late, or replaced.
  private Set<DemandId> settled() {
    Set<DemandId> settled = new HashSet<>();
    for (DemandOutcome each : DemandOutcomes.of(view, board.acts())) {
      switch (each.verdict()) {
        case KEPT, LATE, REPLACED -> settled.add(each.demand());
        case OPEN, OVERDUE, BROKEN -> {}
      }
    }
    return settled;
  }

  private QuestionLine want(Subject subject, List<Claim> claims) {
    Set<String> words = new LinkedHashSet<>();
    claims.reversed().forEach(claim -> words.add(asked(claim)));
    return new QuestionLine(
        messages.text(
            "question.want",
            "subject",
            subject(subject),
            "words",
            String.join(messages.pattern("semicolon"), words),
            "count",
            claims.size()),
        claims.stream().<Id>map(Claim::id).toList());
  }

  private String asked(Claim claim) {
    return switch (claim.asserts()) {
      case Assertion.Prefers(var option) ->
          messages.text("question.prefers", "option", view.get(option).title());
      case Assertion.Refuses(var option) ->
          messages.text("question.refuses", "option", view.get(option).title());
      case Assertion.Conditional(String condition) ->
          messages.text("assertion.conditional", "condition", condition);
      default -> messages.text("stance.short", "stance", Stance.REJECTED);
    };
  }

  // trades by words: each wants a point on which the other has asked for nothing

  private List<QuestionSection> trades(List<PartyId> parties) {
    List<QuestionLine> lines = new ArrayList<>();
    for (PartyId one : board.columns()) {
      for (PartyId other : board.columns()) {
        boolean isAsked = parties.contains(one) || parties.contains(other);
        if (isAsked && one.compareTo(other) < 0) {
          Map<Subject, List<Claim>> ofOne = alone(one, other);
          Map<Subject, List<Claim>> ofOther = alone(other, one);
          if (!ofOne.isEmpty() && !ofOther.isEmpty()) {
            lines.add(trade(one, ofOne, other, ofOther));
          }
        }
      }
    }
    return List.of(section(messages.text("question.trades.pairs"), lines));
  }

  /// The requests of a party on points that another has neither rejected nor asked anything of.
  private Map<Subject, List<Claim>> alone(PartyId party, PartyId other) {
    Map<Subject, List<Claim>> alone = new LinkedHashMap<>(statements.wanted(party));
    alone.keySet().removeAll(statements.wanted(other).keySet());
    alone
        .keySet()
        .removeIf(
            each ->
                !(each instanceof PointId)
                    || board.get(each).get(other).stance() == Stance.REJECTED
                    || board.get(each).get(party).stance() == Stance.AGREED);
    return alone;
  }

  private QuestionLine trade(
      PartyId one,
      Map<Subject, List<Claim>> ofOne,
      PartyId other,
      Map<Subject, List<Claim>> ofOther) {
    Set<Id> evidence = new LinkedHashSet<>();
    ofOne.values().forEach(all -> all.forEach(claim -> evidence.add(claim.id())));
    ofOther.values().forEach(all -> all.forEach(claim -> evidence.add(claim.id())));
    return new QuestionLine(
        messages.text(
            "question.trade",
            "one",
            party(one),
            "ofOne",
            points(ofOne.keySet()),
            "other",
            party(other),
            "ofOther",
            points(ofOther.keySet())),
        List.copyOf(evidence));
  }

  private String points(Set<Subject> subjects) {
    return messages.all(subjects.stream().map(names::subjectInFull).toList()).text();
  }

  // who can block: those whose signature or approval is needed and not given

  private List<QuestionSection> blocks() {
    List<QuestionSection> sections = new ArrayList<>();
    for (InstrumentState state : board.states()) {
      if (!state.phase().isApproved() && state.phase() != InstrumentPhase.TERMINATED) {
        sections.add(
            section(acts.headline(state).text(), blocks(view.get(state.instrument()), state)));
      }
    }
    return sections;
  }

  private List<QuestionLine> blocks(Instrument instrument, InstrumentState state) {
    List<QuestionLine> lines = new ArrayList<>();
    Signing signing = instrument.signing();
    Integer atLeast = signing == null ? null : signing.atLeast();
    boolean isAll = atLeast == null || atLeast >= instrument.signatories().size();
    for (PartyId party : instrument.signatories()) {
      boolean isNeeded = isAll || (signing != null && signing.always().contains(party));
      if (isNeeded && !state.signedBy().contains(party)) {
        lines.add(block("question.block.signs", party, instrument));
      }
    }
    List<ApprovalStage> stages = signing == null ? List.of() : signing.then();
    for (ApprovalStage stage : stages) {
      lines.add(stage(stage));
    }
    if (stages.isEmpty()) {
      for (PartyId party : board.acts().approversOf(instrument.id())) {
        if (!state.ratifiedBy().contains(party)) {
          lines.add(block("question.block.approves", party, instrument));
        }
      }
    }
    return lines;
  }

  /// "Then Endorsement: Voters, or Senate and House".
  private QuestionLine stage(ApprovalStage stage) {
    List<Phrase> ways =
        stage.anyOf().stream()
            .map(way -> names.parties(way.allOf().stream().map(Approval::by).toList()))
            .toList();
    return new QuestionLine(
        messages.text("question.block.stage", "stage", stage.title(), "ways", messages.any(ways)),
        List.of());
  }

  private QuestionLine block(String key, PartyId party, Instrument instrument) {
    List<Id> evidence = List.of();
    Stance stance = Stance.SILENT;
    if (board.columns().contains(party)) {
      Cell cell = board.get(instrument.id()).get(party);
      stance = cell.stance();
      evidence = evidence(cell);
    }
    return new QuestionLine(
        messages.text(
            key, "party", party(party), "stance", messages.text("stance.short", "stance", stance)),
        evidence);
  }

  private static List<Id> evidence(Cell cell) {
    List<Id> evidence = new ArrayList<>(cell.acts());
    evidence.addAll(cell.claims());
    return evidence;
  }

  // what is overdue

  private List<QuestionSection> overdue() {
    OutcomeWording outcomes = new OutcomeWording(messages, view);
    List<QuestionLine> late = new ArrayList<>();
    for (DemandOutcome each : DemandOutcomes.of(view, board.acts())) {
      if (each.verdict() == DemandVerdict.OVERDUE
          && view.find(each.demand()).orElseThrow() instanceof Demand demand
          && isMade(board, demand)) {
        late.add(
            new QuestionLine(
                messages.text(
                    "question.overdue", "demand", demand.text(), "late", outcomes.verdict(each)),
                List.copyOf(demand.claims())));
      }
    }
    List<QuestionLine> unfinished = new ArrayList<>();
    for (CarriedOut part : board.implementation()) {
      for (Performance each : part.implementation().performances()) {
        if (each.status() == Performance.Status.IN_PART
            || each.status() == Performance.Status.BREACHED) {
          unfinished.add(
              new QuestionLine(
                  messages.text(
                      "question.unfinished",
                      "object",
                      acts.of(each.of()).sentence(),
                      "status",
                      acts.status(each)),
                  each.acts().stream().map(act -> act.recorded().record()).toList()));
        }
      }
    }
    return List.of(
        section(messages.text("question.overdue.demands"), late),
        section(messages.text("question.overdue.unfinished"), unfinished));
  }

  /// Whether a demand was made by the day of a board: one of its claims counts, and its text was
  /// known.
  public static boolean isMade(Board board, Demand demand) {
    return (demand.claims().isEmpty()
            || demand.claims().stream().anyMatch(claim -> board.ledger().find(claim).isPresent()))
        && (demand.points().isEmpty() || demand.points().stream().anyMatch(board::shows));
  }

  // what changed since a day

  private List<QuestionSection> changed(LocalDate since) {
    Movement movement = Movement.between(boards.at(board.asOf().asLookedAt(since)), board);
    BriefWording brief = new BriefWording(messages, view);
    List<QuestionLine> instruments = new ArrayList<>();
    for (Movement.StateChange each : movement.states()) {
      ActLedger.Entry by = each.after().by();
      instruments.add(
          new QuestionLine(
              wording.moved(each).sentence(),
              by == null ? List.of() : List.of(by.recorded().record())));
    }
    movement
        .versions()
        .forEach(
            each -> instruments.add(new QuestionLine(wording.moved(each).sentence(), List.of())));
    List<QuestionLine> deeds = new ArrayList<>();
    for (ActLedger.Entry each : movement.performed().reversed()) {
      deeds.add(
          new QuestionLine(acts.full(each.act()).sentence(), List.of(each.recorded().record())));
    }
    List<QuestionLine> stances = new ArrayList<>();
    for (Movement.Change each : movement.changes()) {
      String newText = each.newText() == null ? "" : wording.newText(each.newText()).text();
      stances.add(new QuestionLine(brief.moved(each, 0, newText), each.movedBy()));
    }
    List<QuestionLine> contradictions = new ArrayList<>();
    movement.newContradictions().forEach(each -> contradictions.add(contradiction(each)));
    return List.of(
        section(messages.text("board.moved.states"), instruments),
        section(messages.text("board.moved.performed"), deeds),
        section(messages.text("question.changed.stances"), stances),
        section(messages.text("board.moved.contradictions"), contradictions));
  }

  private QuestionLine contradiction(Contradiction each) {
    return new QuestionLine(
        wording.contradiction(each).text(), List.of(each.first(), each.second()));
  }

  // what should be said: claims and demands of others without an answer

  private List<QuestionSection> answers(List<PartyId> parties) {
    return parties.stream().map(each -> section(party(each), answers(each))).toList();
  }

  private List<QuestionLine> answers(PartyId party) {
    List<QuestionLine> lines = new ArrayList<>();
    for (Contradiction each : board.contradictions()) {
      if (awaits(each, party)) {
        lines.add(contradiction(each));
      }
    }
    Map<List<Id>, Cell> spokenFor = new LinkedHashMap<>();
    Map<List<Id>, Subject> about = new LinkedHashMap<>();
    for (Row row : board.shownRows()) {
      Cell cell = row.get(party);
      if (cell.basis() == Basis.HEARSAY) {
        spokenFor.putIfAbsent(evidence(cell), cell);
        about.putIfAbsent(evidence(cell), row.subject());
      }
    }
    spokenFor.forEach(
        (evidence, cell) ->
            lines.add(
                new QuestionLine(
                    messages.text(
                        "question.answer.hearsay",
                        "others",
                        names.parties(cell.onTheWordOf()),
                        "subject",
                        names.subjectInFull(about.getOrDefault(evidence, new Subject.Whole())),
                        "stance",
                        messages.text("stance.short", "stance", cell.stance())),
                    evidence)));
    Deadlines deadlines = new Deadlines(view, board.acts());
    for (Demand demand : view.demands()) {
      if (isAskedOf(demand, party) && isMade(board, demand)) {
        Optional<LocalDate> deadline = deadlines.of(demand);
        lines.add(
            new QuestionLine(
                messages.text(
                    "question.answer.demand",
                    "demand",
                    demand.text(),
                    "named",
                    !demand.by().isEmpty(),
                    "parties",
                    names.parties(demand.by()),
                    "dated",
                    deadline.isPresent(),
                    "day",
                    deadline.map(messages.dates()::day).orElse("")),
                List.copyOf(demand.claims())));
      }
    }
    return lines;
  }

  /// Whether somebody else had the last word in a contradiction about a party or its claim.
  private boolean awaits(Contradiction each, PartyId party) {
    boolean isAbout = each.party().equals(party) || isBy(each.first(), party);
    boolean isOfOthers =
        view.find(each.second()).orElseThrow() instanceof Claim claim
            && !claim.parties().contains(party);
    return isAbout && isOfOthers && !hasSpokenSince(each, party);
  }

  private boolean isBy(Id record, PartyId party) {
    return switch (view.find(record).orElseThrow()) {
      case Act act -> act.by().contains(party);
      case Claim claim -> claim.parties().contains(party);
      default -> false;
    };
  }

  private boolean hasSpokenSince(Contradiction each, PartyId party) {
    if (!(each.second() instanceof ClaimId id)) {
      return false;
    }
    Claim last = view.get(id);
    return statements.of(party).stream()
        .anyMatch(
            claim ->
                last.said().isBefore(claim.said())
                    && claim.about().stream().anyMatch(each.subjects()::contains));
  }

  /// Whether a party has a step to do that others demand and that is not done.
  private boolean isAskedOf(Demand demand, PartyId party) {
    if (demand.by().contains(party)) {
      return false;
    }
    List<Demand.Timing> timings = new ArrayList<>(demand.allOf());
    timings.addAll(demand.anyOf());
    return timings.stream()
        .map(PrincipalQuestions::step)
        .flatMap(Optional::stream)
        .map(view::get)
        .anyMatch(step -> step.by().contains(party) && board.acts().completionOf(step).isEmpty());
  }

  private static Optional<StepId> step(Demand.Timing timing) {
    return switch (timing) {
      case Demand.Timing.By(StepId step, _) -> Optional.of(step);
      case Demand.Timing.After(StepId step, _, _, _) -> Optional.of(step);
      case Demand.Timing.By _,
          Demand.Timing.After _,
          Demand.Timing.NotBefore _,
          Demand.Timing.Once _,
          Demand.Timing.Together _,
          Demand.Timing.ToBeDetermined _,
          Demand.Timing.Escalated _ ->
          Optional.empty();
    };
  }

  /// The word of a question in addresses and commands.
  public static String word(Question question) {
    return AnswerJson.word(question);
  }
}
