package org.parley.web.queue;

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

/// The review queue: the texts, and the queue of what they say.
///
/// @param frame the page frame
/// @param state a mark of the state that is shown
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
/// @param mayWatch whether feeds are watched
/// @param feeds the feeds that are watched
public record QueuePage(
    Frame frame,
    String state,
    QueueFilter filter,
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
    boolean mayFetch,
    boolean mayWatch,
    List<FeedView> feeds) {

  /// A key of the keyboard and what it does to the statement in focus.
  public record ActionKey(String key, KeyAction does) {}

  /// The action of a key.
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
  public static final List<ActionKey> KEYS =
      List.of(
          new ActionKey("a", KeyAction.ACCEPT),
          new ActionKey("n", KeyAction.NEW),
          new ActionKey("o", KeyAction.OTHERWISE),
          new ActionKey("c", KeyAction.CONFIRMS),
          new ActionKey("d", KeyAction.DISMISS),
          new ActionKey("s", KeyAction.STANCE),
          new ActionKey("p", KeyAction.SPEAKER),
          new ActionKey("b", KeyAction.SUBJECT),
          new ActionKey("t", KeyAction.TEXT));

  /// A group of the queue.
  public record Group(QueueFilter.QueueGroup show, int count, String url, boolean isShown) {}

  /// A text on the queue.
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

  /// A decided proposal.
  ///
  /// @param record the claim or record it is part of; empty if it was dismissed
  public record DecidedView(
      String id, String ref, String quotation, String language, String publisher, String record) {}

  public QueuePage {
    troubles = List.copyOf(troubles);
    texts = List.copyOf(texts);
    groups = List.copyOf(groups);
    statements = List.copyOf(statements);
    events = List.copyOf(events);
    decided = List.copyOf(decided);
    parties = List.copyOf(parties);
    subjects = List.copyOf(subjects);
    stances = List.copyOf(stances);
    feeds = List.copyOf(feeds);
  }

  /// A visitor's request to the queue.
  ///
  /// @param opened the statement whose fields are open; null for none
  /// @param wish the decision that was refused; null for none
  /// @param given what was pasted and not taken in
  /// @param troubles the reasons, in sentences
  public record Asked(
      QueueFilter filter,
      @Nullable ProposalRef opened,
      QueueService.@Nullable Wish wish,
      ReadRequest given,
      List<String> troubles) {

    /// To look at the queue.
    public static Asked look(QueueFilter filter, String opened) {
      return new Asked(
          filter, ProposalRef.of(opened).orElse(null), null, ReadRequest.NOTHING, List.of());
    }

    /// The queue after a decision that was refused.
    public static Asked refused(QueueFilter filter, QueueService.Wish wish, List<String> troubles) {
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

  /// The queue of a visitor.
  public static QueuePage of(
      QueueService queue, Visitor visitor, OpenCase open, LocalDate today, Asked asked) {
    QueueBatch batch = queue.batch(visitor, open);
    List<BroughtText> texts = queue.texts(visitor);
    QueueFilter filter = asked.filter();
    List<QueuedStatement> all = filter.of(batch.statements(), today);
    int pages = Math.max(1, (all.size() + QueueFilter.EACH - 1) / QueueFilter.EACH);
    QueueFilter shown = filter.onPage(Math.min(filter.page(), pages));
    List<StatementView> statements =
        all.stream()
            .skip((shown.page() - 1L) * QueueFilter.EACH)
            .limit(QueueFilter.EACH)
            .map(each -> statement(open, visitor, each, today, asked))
            .toList();
    boolean isKept = statements.stream().anyMatch(each -> asked.isOf(each.lead()));
    boolean isOnItem = isKept || batch.events().stream().anyMatch(each -> asked.isOf(each.ref()));
    return new QueuePage(
        Frame.of(Say.text("queue.title"), open.view().info(), "queue"),
        batch.mark(),
        shown,
        asked.given(),
        isOnItem ? List.of() : asked.troubles(),
        texts.stream().map(each -> text(each, batch)).toList(),
        (int) texts.stream().filter(each -> !each.isFinished()).count(),
        groups(batch, shown, today),
        statements,
        all.size(),
        shown.events(batch.events()).stream().map(each -> event(visitor, each, asked)).toList(),
        shown.show() == QueueFilter.QueueGroup.DECIDED
            ? batch.decided().stream().map(QueuePage::decided).toList()
            : List.of(),
        open.view().parties().stream()
            .map(each -> new Choice(each.id().value(), each.name().text()))
            .toList(),
        subjects(open),
        Say.kinds().stream().filter(each -> ClaimFields.STANCES.contains(each.value())).toList(),
        Say.readers(open.view(), Rights.defaultVisibility(visitor)),
        queue.reader().leavesFor(),
        queue.reader().fetcher() != null,
        queue.reader().feeds() != null,
        FeedView.of(queue.reader().feeds()));
  }

  /// The statements that a filter lets through, in their order.
  public static List<StatementView> statements(
      QueueService queue, Visitor visitor, OpenCase open, LocalDate today, QueueFilter filter) {
    Asked asked = Asked.look(filter, "");
    return filter.of(queue.batch(visitor, open).statements(), today).stream()
        .map(each -> statement(open, visitor, each, today, asked))
        .toList();
  }

  private static StatementView statement(
      OpenCase open, Visitor visitor, QueuedStatement statement, LocalDate today, Asked asked) {
    ProposalRef lead = statement.lead().ref();
    boolean isOpen = lead.equals(asked.opened());
    boolean isRefused = asked.isOf(lead);
    ClaimFields fields = isOpen ? ClaimFields.of(statement.draft()) : null;
    QueueService.Wish wish = asked.wish();
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

  private static List<Group> groups(QueueBatch batch, QueueFilter filter, LocalDate today) {
    List<Group> groups = new ArrayList<>();
    for (QueueFilter.QueueGroup each : QueueFilter.QueueGroup.values()) {
      QueueFilter other = filter.showing(each);
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

  private static TextView text(BroughtText text, QueueBatch batch) {
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

  private static EventView event(Visitor visitor, QueueBatch.QueuedEvent event, Asked asked) {
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

  private static DecidedView decided(QueueBatch.Decided decided) {
    String record = decided.decision().record().orElse("");
    return new DecidedView(
        decided.ref().anchor(),
        decided.ref().toString(),
        decided.candidate().proposal().quotation().words().replaceAll("\\s+", " "),
        decided.part().reading().reading().article().language(),
        decided.part().reading().source().publisher(),
        record);
  }

  /// The page without what a decision changes: its statements, events and counts.
  QueuePage around() {
    return new QueuePage(
        frame, "", filter, given, troubles, texts, waiting, List.of(), List.of(), 0, List.of(),
        decided, parties, subjects, stances, readers, leavesFor, mayFetch, mayWatch, feeds);
  }

  /// The pages of the queue.
  public int pages() {
    return Math.max(1, (found + QueueFilter.EACH - 1) / QueueFilter.EACH);
  }

  /// Whether there is nothing on the queue.
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
    return Link.to(Address.QUEUE)
        + (query.isEmpty() ? "?" : query + "&")
        + "open="
        + Link.encoded(statement.lead().toString())
        + "#"
        + statement.id();
  }
}
