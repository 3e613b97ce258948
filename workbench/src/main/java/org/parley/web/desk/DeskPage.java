package org.parley.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.source.Source;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.web.reading.BroughtText;
import org.parley.web.reading.ReadRequest;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.web.view.Visit;

/// The reading desk: the texts, and the queue of what they say.
///
/// @param frame the page frame
/// @param filter what is shown
/// @param given what was pasted, if it was not taken in
/// @param troubles why something was not taken in or written, in sentences
/// @param texts the texts, in the order in which they came
/// @param waiting how many of them are still to be read
/// @param groups the sizes of the groups
/// @param statements the statements on this page of the queue
/// @param found how many statements the filter lets through
/// @param events meetings, steps, acts and demands of order
/// @param decided what was decided, if that is shown
/// @param parties the parties, to choose from
/// @param subjects the subjects, to choose from
/// @param stances the stances, to choose from
/// @param readers who sees what is accepted
/// @param leavesFor the external address that texts are sent to; null if they stay
/// @param mayFetch whether addresses are fetched
public record DeskPage(
    Frame frame,
    DeskFilter filter,
    ReadRequest given,
    List<String> troubles,
    List<TextView> texts,
    int waiting,
    List<Group> groups,
    List<StatementView> statements,
    int found,
    List<EventView> events,
    List<DecidedView> decided,
    List<Choice> parties,
    List<Choice> subjects,
    List<Choice> stances,
    String readers,
    @Nullable String leavesFor,
    boolean mayFetch) {

  /// A key of the keyboard and what it does to the statement in focus.
  public record Key(String key, KeyAction does) {}

  /// What a key does.
  public enum KeyAction {
    ACCEPT,
    NEW,
    OTHERWISE,
    CONFIRMS,
    DISMISS,
    STANCE,
    SPEAKER,
    SUBJECT,
    TEXT
  }

  /// The keys that act on a statement.
  public static final List<Key> KEYS =
      List.of(
          new Key("a", KeyAction.ACCEPT),
          new Key("n", KeyAction.NEW),
          new Key("o", KeyAction.OTHERWISE),
          new Key("c", KeyAction.CONFIRMS),
          new Key("d", KeyAction.DISMISS),
          new Key("s", KeyAction.STANCE),
          new Key("p", KeyAction.SPEAKER),
          new Key("b", KeyAction.SUBJECT),
          new Key("t", KeyAction.TEXT));

  /// A group of the queue.
  public record Group(DeskFilter.Show show, int count, String url, boolean isShown) {}

  /// A text on the desk.
  ///
  /// @param title its title; empty before it is read
  /// @param trouble why it cannot be read; empty if it can
  public record TextView(
      String key, String href, String title, String publisher, String trouble, boolean isRead) {}

  /// A meeting, step, act or demand of order.
  ///
  /// @param isReady whether it can be accepted as it is
  public record EventView(
      String id,
      String ref,
      EventKind kind,
      String quotation,
      String language,
      int confidence,
      boolean isReady,
      String publisher,
      String href,
      String edit,
      List<String> troubles) {}

  /// The kind of an event.
  public enum EventKind {
    MEETING,
    STEP,
    ACT,
    ORDER
  }

  /// What was decided on a proposal.
  ///
  /// @param record the claim or record it is part of; empty if it was dismissed
  public record DecidedView(
      String id, String ref, String quotation, String language, String publisher, String record) {}

  public DeskPage {
    troubles = List.copyOf(troubles);
    texts = List.copyOf(texts);
    groups = List.copyOf(groups);
    statements = List.copyOf(statements);
    events = List.copyOf(events);
    decided = List.copyOf(decided);
    parties = List.copyOf(parties);
    subjects = List.copyOf(subjects);
    stances = List.copyOf(stances);
  }

  /// What a visitor asked of the desk.
  ///
  /// @param opened the statement whose fields are open; null for none
  /// @param wish the decision that was refused; null for none
  /// @param given what was pasted and not taken in
  /// @param troubles the reasons, in sentences
  public record Asked(
      DeskFilter filter,
      @Nullable ProposalRef opened,
      DeskService.@Nullable Wish wish,
      ReadRequest given,
      List<String> troubles) {

    /// To look at the desk.
    public static Asked look(DeskFilter filter, String opened) {
      return new Asked(
          filter, ProposalRef.of(opened).orElse(null), null, ReadRequest.NOTHING, List.of());
    }

    /// The desk after a decision that was refused.
    public static Asked refused(DeskFilter filter, DeskService.Wish wish, List<String> troubles) {
      ProposalRef lead = wish.told().isEmpty() ? null : wish.told().getFirst();
      return new Asked(
          filter,
          wish.fields().containsKey("stance") ? lead : null,
          wish,
          ReadRequest.NOTHING,
          troubles);
    }

    private boolean isOf(ProposalRef ref) {
      return wish != null && !wish.told().isEmpty() && wish.told().getFirst().equals(ref);
    }
  }

  /// The desk of a visitor.
  public static DeskPage of(
      DeskService desk, Visitor visitor, OpenCase open, LocalDate today, Asked asked) {
    DeskBatch batch = desk.batch(visitor, open);
    List<BroughtText> texts = desk.texts(visitor);
    DeskFilter filter = asked.filter();
    List<QueuedStatement> all = filter.of(batch.statements(), today);
    int pages = Math.max(1, (all.size() + DeskFilter.EACH - 1) / DeskFilter.EACH);
    DeskFilter shown = filter.onPage(Math.min(filter.page(), pages));
    List<StatementView> statements =
        all.stream()
            .skip((shown.page() - 1L) * DeskFilter.EACH)
            .limit(DeskFilter.EACH)
            .map(each -> statement(open, visitor, each, today, asked))
            .toList();
    boolean isKept = statements.stream().anyMatch(each -> asked.isOf(each.lead()));
    boolean isOnItem = isKept || batch.events().stream().anyMatch(each -> asked.isOf(each.ref()));
    return new DeskPage(
        Frame.of(Say.text("desk.title"), open.view().info(), "desk"),
        shown,
        asked.given(),
        isOnItem ? List.of() : asked.troubles(),
        texts.stream().map(each -> text(each, batch)).toList(),
        (int) texts.stream().filter(each -> !each.isFinished()).count(),
        groups(batch, shown, today),
        statements,
        all.size(),
        shown.events(batch.events()).stream().map(each -> event(visitor, each, asked)).toList(),
        shown.show() == DeskFilter.Show.DECIDED
            ? batch.decided().stream().map(DeskPage::decided).toList()
            : List.of(),
        open.view().parties().stream()
            .map(each -> new Choice(each.id().value(), each.name().text()))
            .toList(),
        subjects(open),
        Say.kinds().stream().filter(each -> ClaimFields.STANCES.contains(each.value())).toList(),
        Say.readers(open.view(), Rights.defaultVisibility(visitor)),
        desk.reader().leavesFor(),
        desk.reader().fetcher() != null);
  }

  /// The statements that a filter lets through, in their order.
  public static List<StatementView> statements(
      DeskService desk, Visitor visitor, OpenCase open, LocalDate today, DeskFilter filter) {
    Asked asked = Asked.look(filter, "");
    return filter.of(desk.batch(visitor, open).statements(), today).stream()
        .map(each -> statement(open, visitor, each, today, asked))
        .toList();
  }

  private static StatementView statement(
      OpenCase open, Visitor visitor, QueuedStatement statement, LocalDate today, Asked asked) {
    ProposalRef lead = statement.lead().ref();
    boolean isOpen = lead.equals(asked.opened());
    boolean isRefused = asked.isOf(lead);
    ClaimFields fields = isOpen ? ClaimFields.of(statement.draft()) : null;
    DeskService.Wish wish = asked.wish();
    return StatementView.of(
        open,
        statement,
        today,
        Rights.defaultVisibility(visitor),
        fields != null && isRefused && wish != null ? fields.with(wish.fields()) : fields,
        isRefused ? asked.troubles() : List.of());
  }

  private static List<Choice> subjects(OpenCase open) {
    List<Choice> choices = new ArrayList<>();
    open.view()
        .instruments()
        .forEach(each -> choices.add(new Choice(each.id().value(), each.title().text())));
    open.view()
        .points()
        .forEach(each -> choices.add(new Choice(each.id().value(), Say.point(each))));
    return choices;
  }

  private static List<Group> groups(DeskBatch batch, DeskFilter filter, LocalDate today) {
    List<Group> groups = new ArrayList<>();
    for (DeskFilter.Show each : DeskFilter.Show.values()) {
      DeskFilter other = filter.showing(each);
      int count =
          switch (each) {
            case DECIDED -> batch.decided().size();
            case EVENTS -> other.events(batch.events()).size();
            case ALL ->
                other.of(batch.statements(), today).size() + other.events(batch.events()).size();
            case CONTRARY, NEW, OTHERWISE, CONFIRMS, NEWSROOM ->
                other.of(batch.statements(), today).size();
          };
      groups.add(new Group(each, count, other.url(), each == filter.show()));
    }
    return groups;
  }

  private static TextView text(BroughtText text, DeskBatch batch) {
    Optional<Source> source =
        batch.parts().stream()
            .filter(each -> each.text().key().equals(text.key()))
            .map(each -> each.reading().source())
            .findFirst();
    String trouble =
        text.state() instanceof BroughtText.State.Failed(_, var why)
            ? Say.sentence(why.sentence())
            : "";
    return new TextView(
        text.key(),
        Link.to(Address.TEXT, text.key()),
        source.map(each -> each.title().text()).orElse(""),
        source.map(Source::publisher).orElse(""),
        trouble,
        source.isPresent());
  }

  private static EventView event(Visitor visitor, DeskBatch.QueuedEvent event, Asked asked) {
    Candidate candidate = event.candidate();
    CaseRecord record = candidate.record();
    String text = event.ref().text();
    return new EventView(
        event.ref().anchor(),
        event.ref().toString(),
        kind(candidate.proposal()),
        candidate.proposal().quotation().words().replaceAll("\\s+", " "),
        event.part().reading().reading().article().language(),
        candidate.proposal().confidence(),
        record != null && Rights.mayWrite(visitor, record),
        event.part().reading().source().publisher(),
        Link.to(Address.TEXT, text) + "#p-" + event.ref().number(),
        Link.to(Address.PROPOSAL, text, event.ref().number()),
        asked.isOf(event.ref()) ? asked.troubles() : List.of());
  }

  private static EventKind kind(Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfMeeting _ -> EventKind.MEETING;
      case Proposal.OfStep _ -> EventKind.STEP;
      case Proposal.OfInstrument _ -> EventKind.ACT;
      case Proposal.OfOrder _ -> EventKind.ORDER;
      case Proposal.OfClaim _ -> throw new IllegalArgumentException("a claim is no event");
    };
  }

  private static DecidedView decided(DeskBatch.Decided decided) {
    String record = decided.decision().record().orElse("");
    return new DecidedView(
        decided.ref().anchor(),
        decided.ref().toString(),
        decided.candidate().proposal().quotation().words().replaceAll("\\s+", " "),
        decided.part().reading().reading().article().language(),
        decided.part().reading().source().publisher(),
        record);
  }

  /// The pages of the queue.
  public int pages() {
    return Math.max(1, (found + DeskFilter.EACH - 1) / DeskFilter.EACH);
  }

  /// Whether there is nothing on the desk.
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /// How many texts were read.
  public int read() {
    return (int) texts.stream().filter(TextView::isRead).count();
  }

  /// Whether readers of accepted records are named: if others have access to the case.
  public boolean marksReaders() {
    return Visit.current().marksPublic();
  }

  /// The words of a button that saves, with the readers of what it saves where others have access.
  public String save(String what, String seenBy) {
    return marksReaders() ? Say.save(what, seenBy) : what;
  }

  /// The address at which a statement has its fields open.
  public String opened(StatementView statement) {
    String query = filter.query();
    return Link.to(Address.DESK)
        + (query.isEmpty() ? "?" : query + "&")
        + "open="
        + Link.encoded(statement.lead().toString())
        + "#"
        + statement.id();
  }
}
