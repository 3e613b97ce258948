package org.parley.web.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.intake.Intake;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Item;
import org.parley.model.claim.ItemId;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Proposal;
import org.parley.reading.TextSpan;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.SelectedWords;
import org.parley.reading.rules.RuleReader;
import org.parley.web.edit.InheritedVisibility;
import org.parley.web.edit.RecordFormHandler;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// Applies the decisions on the proposals of one text, with the checks of any form.
public final class ProposalHandler {

  private static final int LONGEST_BECAUSE = 1000;

  private final CaseService service;
  private final Visitor visitor;
  private final OpenCase open;
  private final BroughtText text;
  private final CaseReading reading;
  private final DelegationIds ids;

  ProposalHandler(
      CaseService service, Visitor visitor, OpenCase open, BroughtText text, ArticleReading read) {
    this.service = service;
    this.visitor = visitor;
    this.open = open;
    this.text = text;
    reading = text.in(open.view(), read);
    ids = new DelegationIds(open.view(), visitor, reading.source().id(), reading.isKnownSource());
  }

  /// A proposal; empty if there is none of this number.
  Optional<Candidate> candidate(int number) {
    return reading.candidates().stream().filter(each -> each.number() == number).findFirst();
  }

  private String why() {
    return Say.text(
        "reading.recorded-why",
        "publisher",
        reading.source().publisher(),
        "title",
        reading.source().title());
  }

  /// Accepts a proposal unchanged. Returns the reasons of a refusal; empty for success.
  List<Complaint> accept(Candidate candidate) {
    CaseRecord record = candidate.record();
    if (record == null || !Rights.mayWrite(visitor, record)) {
      return List.of(new Complaint(ReadingRefusal.Plain.NEEDS_EDITING));
    }
    List<CaseEdit> edits =
        Intake.edits(reading, List.of(candidate.number())).stream().map(ids::named).toList();
    Map<String, Version> basedOn = new HashMap<>();
    if (candidate.isChange()) {
      open.view()
          .find(record.id().value())
          .ifPresent(each -> basedOn.put(record.id().value(), Version.of(each)));
    }
    List<Complaint> troubles = written(edits, basedOn);
    if (troubles.isEmpty()) {
      text.decide(candidate.number(), new BroughtText.Decision.Accepted(idOf(edits.getLast())));
    }
    return troubles;
  }

  /// The record of a proposal, as far as known.
  ///
  /// @param before the record it would replace; null for a new one
  public record Draft(RecordForm form, FormValue.Keys written, @Nullable CaseRecord before) {}

  /// The result of a corrected proposal.
  public sealed interface Corrected {

    /// It is no record yet.
    record Unfilled(List<FieldProblem> problems) implements Corrected {}

    /// It was to be saved.
    record Tried(SaveOutcome saving) implements Corrected {}
  }

  /// The draft record of a proposal; empty if this visitor may not write it.
  Optional<Draft> draft(Candidate candidate) {
    CaseRecord record = candidate.record();
    if (record == null) {
      ProposalForm blank = ProposalForm.of(open.view(), reading, candidate, ids.source());
      return ProposalForm.mayFill(visitor, candidate.proposal())
          ? Optional.of(new Draft(RecordForm.of(blank.kind()), blank.written(), null))
          : Optional.empty();
    }
    RecordForm form = RecordForm.of(record);
    return Rights.mayWrite(visitor, record)
        ? Optional.of(new Draft(form, form.written(ids.named(record)), before(candidate, record)))
        : Optional.empty();
  }

  private @Nullable CaseRecord before(Candidate candidate, CaseRecord record) {
    return candidate.isChange() ? open.view().find(record.id().value()).orElse(null) : null;
  }

  /// Writes a corrected proposal, by default under its proposed id.
  Corrected correct(Candidate candidate, Draft draft, FormValue.Keys corrected) {
    CaseRecord before = draft.before;
    FormValue id =
        before == null ? draft.written.get("id") : new FormValue.Words(before.id().value());
    boolean named = before == null && !corrected.words("id").isEmpty();
    FormValue.Keys written = named || id == null ? corrected : corrected.with("id", id);
    if (written.get(FormVisibility.KEY) == null) {
      Visibility unsaid = before == null ? Rights.defaultVisibility(visitor) : before.visibility();
      written = written.with(FormVisibility.KEY, FormVisibility.of(unsaid));
    }
    List<CaseRecord> known = new ArrayList<>(open.view().records());
    source().forEach(each -> known.add(((CaseEdit.Add) each).record()));
    return switch (draft.form.fill(written, known)) {
      case FormOutcome.Faulty(List<FieldProblem> problems) -> new Corrected.Unfilled(problems);
      case FormOutcome.Made(CaseRecord made) -> {
        List<CaseEdit> edits = new ArrayList<>();
        source().forEach(each -> edits.add(InheritedVisibility.of(each, made.visibility())));
        edits.add(before == null ? new CaseEdit.Add(made, null) : new CaseEdit.Change(made));
        Map<String, Version> basedOn =
            before == null ? Map.of() : Map.of(before.id().value(), Version.of(before));
        SaveOutcome saving = service.change(visitor, edits, why(), basedOn);
        if (saving instanceof SaveOutcome.Saved) {
          saved(candidate.number(), made.id().value());
        }
        yield new Corrected.Tried(saving);
      }
    };
  }

  private static String idOf(CaseEdit edit) {
    return switch (edit) {
      case CaseEdit.Add(CaseRecord record, _) -> record.id().value();
      case CaseEdit.Change(CaseRecord record) -> record.id().value();
      case CaseEdit.Remove(var id) -> id.value();
      case CaseEdit.Describe(_) -> CaseService.HEADER;
    };
  }

  private List<Complaint> written(List<CaseEdit> edits, Map<String, Version> basedOn) {
    return switch (service.change(visitor, edits, why(), basedOn)) {
      case SaveOutcome.Saved _ -> {
        text.sourceIs(ids.source());
        yield List.of();
      }
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          troubles.stream().map(SaveOutcome.Trouble::complaint).toList();
      case SaveOutcome.Widens _ -> List.of(new Complaint(ReadingRefusal.Plain.NEEDS_CONFIRMATION));
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Conflict _ ->
          List.of(new Complaint(ReadingRefusal.Plain.RECORD_CHANGED_MEANWHILE));
    };
  }

  /// Dismisses a proposal; a given reason is kept in the inbox.
  ///
  /// @param ground the ground; null if no reason is kept
  /// @param because the reason in words; may be empty
  List<Complaint> dismiss(
      Candidate candidate, Item.@Nullable Ground ground, String because, LocalDate today) {
    if (ground == null) {
      text.decide(candidate.number(), new BroughtText.Decision.Dismissed(null));
      return List.of();
    }
    String words = because.strip();
    Item item =
        new Item(
            new ItemId(freeItem(open.view())),
            candidate.proposal().quotation().words().replaceAll("\\s+", " "),
            List.of(ids.source()),
            candidate.record() instanceof Claim claim ? claim.about() : List.of(),
            Edtf.of(today),
            new Item.Decision.Rejected(
                ground,
                words.isEmpty()
                    ? ReadingWording.gist(candidate.proposal())
                    : words.substring(0, Math.min(LONGEST_BECAUSE, words.length()))),
            Edtf.of(today),
            visitor.name(),
            Rights.defaultVisibility(visitor));
    List<CaseEdit> edits = new ArrayList<>(source());
    edits.add(new CaseEdit.Add(item, null));
    List<Complaint> troubles = written(edits, Map.of());
    if (troubles.isEmpty()) {
      text.decide(candidate.number(), new BroughtText.Decision.Dismissed(item.id().value()));
    }
    return troubles;
  }

  private static String freeItem(CaseView view) {
    int number = view.items().size() + 1;
    while (view.find("i" + number).isPresent()) {
      number++;
    }
    return "i" + number;
  }

  /// The edit that adds the source, if it is new.
  private List<CaseEdit> source() {
    return reading.isKnownSource()
        ? List.of()
        : List.of(new CaseEdit.Add(ids.named(reading.source()), null));
  }

  /// The claim of selected words; an empty one if they are not in the text.
  private ProposalForm selected(String words) {
    Article article = reading.reading().article();
    return SelectedWords.find(article.text(), words)
        .map(at -> SelectedWords.draft(open.view(), reading, at, alone(article, at)))
        .map(each -> ProposalForm.claim(each, ids.source()))
        .orElseGet(() -> ProposalForm.claim(ids.source()));
  }

  /// The proposals of some words without the text around them, by the rules.
  private static List<Proposal> alone(Article article, TextSpan at) {
    RuleReader rules = new RuleReader();
    if (!rules.understands(article.language())) {
      return List.of();
    }
    String words = at.in(article.text());
    return rules.propose(
        new Article(words, article.published(), null, null, null, article.language()));
  }

  /// The form of a proposal, which also writes the source; of a claim of selected words for 0.
  ///
  /// @param words the selected words; empty for an empty claim
  /// @param sent the input; empty for a new form
  /// @param action the address of the form
  public Form form(int number, String words, Map<String, List<String>> sent, String action) {
    Candidate candidate = candidate(number).orElse(null);
    CaseRecord record = candidate == null ? null : candidate.record();
    String back = Link.to(Address.TEXT, text.key()) + (number == 0 ? "" : "#p-" + number);
    RecordFormHandler.Around around = new RecordFormHandler.Around(source(), action, back);
    if (candidate != null && record != null && Rights.mayWrite(visitor, record)) {
      CaseRecord before = before(candidate, record);
      CaseRecord named = ids.named(record);
      RecordFormHandler saver =
          new RecordFormHandler(
              service,
              visitor,
              open,
              RecordForm.of(record),
              before == null ? "" : before.id().value(),
              sent,
              around);
      return new Form(saver, () -> saver.proposed(named, before));
    }
    ProposalForm blank =
        candidate == null
            ? selected(words)
            : ProposalForm.of(open.view(), reading, candidate, ids.source());
    RecordFormHandler saver =
        new RecordFormHandler(
            service, visitor, open, RecordForm.of(blank.kind()), "", sent, around);
    return new Form(saver, () -> saver.drafted(blank.written()));
  }

  /// A form, to be shown for the first time or answered.
  public record Form(
      RecordFormHandler saver, java.util.function.Supplier<org.parley.web.edit.EditPage> fresh) {}

  /// Remembers that the form of a proposal was saved.
  void saved(int number, String id) {
    text.sourceIs(ids.source());
    text.decide(number, new BroughtText.Decision.Accepted(id));
  }
}
