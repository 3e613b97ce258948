package org.parley.web.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerComponent;
import org.parley.answer.JsonKey;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormValueJson;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.reading.BroughtText;
import org.parley.web.reading.ProposalHandler;
import org.parley.web.reading.ProposalView;
import org.parley.web.reading.ReadPage;
import org.parley.web.reading.ReadRequest;
import org.parley.web.reading.ReadingPage;
import org.parley.web.reading.ReadingService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.ProblemCode;
import org.parley.wording.Complaint;
import tools.jackson.databind.JsonNode;

/// Texts and the decisions on their proposals. Each visitor sees their own texts only.
final class TextLines {

  /// A text, and what was found in it once it is read.
  ///
  /// @param stage what is being done; absent where nothing is
  /// @param trouble why it was not read; absent where it was
  /// @param language the language in which it was read, as a BCP 47 tag
  /// @param languageDetected whether its words tell the language; else it is as declared
  /// @param languageLimits what alone is read of this language; absent where all is
  record ReadText(
      String text,
      ReadState state,
      @Nullable String stage,
      @Nullable String trouble,
      @Nullable String title,
      @JsonKey(schema = "Source") @Nullable JsonNode source,
      @Nullable Boolean onRecord,
      @Nullable String reliability,
      @Nullable String found,
      @Nullable String dropped,
      @Nullable String language,
      @Nullable Boolean languageDetected,
      @Nullable String languageLimits,
      @Nullable List<ProposalAnswer> proposals) {

    static ReadText of(
        String text, ReadState state, @Nullable String stage, @Nullable String trouble) {
      return new ReadText(
          text, state, stage, trouble, null, null, null, null, null, null, null, null, null, null);
    }
  }

  enum ReadState {
    @JsonKey("being read")
    BEING_READ,
    @JsonKey("not read")
    NOT_READ,
    READ
  }

  /// A proposal, and what was decided about it.
  ///
  /// @param record what it would be, as YAML; absent where something is missing
  /// @param known the record that says the same; absent where there is none
  /// @param accepted the record it became
  /// @param item the item that keeps why it was dismissed
  record ProposalAnswer(
      int number,
      String kind,
      String gist,
      String quotation,
      int confidence,
      @Nullable String record,
      boolean ready,
      @Nullable String missing,
      @Nullable String known,
      List<String> notes,
      @Nullable String accepted,
      @Nullable Boolean dismissed,
      @Nullable String item) {}

  record TextEntry(String text, String title, String said) {}

  /// The record that a proposal would be.
  record ProposalDraft(@JsonKey(schema = "RecordKind") String kind, JsonNode record) {}

  record TextInput(
      @Nullable String text,
      @Nullable String address,
      @Nullable String publisher,
      @Nullable String title,
      @Nullable LocalDate published) {}

  /// @param kind may be left out, since the proposal says it
  record CorrectionInput(String kind, JsonNode record) {}

  record DismissalInput(@Nullable String ground, @Nullable String because) {}

  private TextLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/texts", "reading", "listTexts", "the texts one brought, the latest first")
            .forClaimants()
            .lists(TextEntry.class, TextLines::texts),
        Line.change("POST", "/api/texts", "reading", "read", "reads a text")
            .forClaimants()
            .sent(TextInput.class)
            .creates(ReadText.class, TextLines::bring),
        Line.get("/api/texts/{text}", "reading", "findText", "a text and what was found in it")
            .forClaimants()
            .answers(ReadText.class, asked -> Reply.of(answer(asked, text(asked)))),
        Line.get(
                "/api/texts/{text}/proposals/{proposal}",
                "reading",
                "findProposal",
                "a proposal as the record it would be, to be corrected")
            .forClaimants()
            .answers(ProposalDraft.class, TextLines::draft),
        decision("correct", "correct", "writes a proposal as the record it is corrected to")
            .sent(CorrectionInput.class)
            .answers(ReadText.class, TextLines::correct),
        decision("accept", "accept", "writes a proposal")
            .answers(ReadText.class, TextLines::accept),
        decision("dismiss", "dismiss", "dismisses a proposal")
            .sent(DismissalInput.class)
            .answers(ReadText.class, TextLines::dismiss),
        decision("reopen", "reopen", "opens a proposal again")
            .answers(ReadText.class, TextLines::reopen));
  }

  private static Line decision(String path, String name, String says) {
    return Line.change(
            "POST", "/api/texts/{text}/proposals/{proposal}/" + path, "reading", name, says)
        .forClaimants();
  }

  private static ReadingService cases(Asked asked) {
    return asked.services().reading();
  }

  private static BroughtText text(Asked asked) {
    return cases(asked).text(asked.visitor(), asked.path("text"));
  }

  private static int number(Asked asked) {
    String number = asked.path("proposal");
    if (!number.matches("[1-9]\\d{0,5}")) {
      throw new NotOnRecord("proposal", number, List.of());
    }
    return Integer.parseInt(number);
  }

  private static Reply texts(Asked asked) {
    return asked.listed(
        cases(asked).earlier(asked.visitor(), asked.open()),
        each -> new TextEntry(each.key(), each.title(), each.said()));
  }

  private static Reply bring(Asked asked) {
    JsonNode body = asked.body(TextInput.class);
    Map<String, List<String>> given = new LinkedHashMap<>();
    AnswerComponent.list(TextInput.class)
        .forEach(each -> given.put(each.key(), List.of(Asked.text(body, each.key()))));
    return switch (cases(asked).bring(asked.visitor(), asked.open(), ReadRequest.of(given))) {
      case ReadingService.Brought.Begun(String key) ->
          Reply.created(
              "/api/texts/" + key, answer(asked, cases(asked).text(asked.visitor(), key)));
      case ReadingService.Brought.Wrong(ReadPage page) ->
          Errors.unfilled(
              "text",
              page.problems().entrySet().stream()
                  .map(each -> new FieldProblem(List.of(each.getKey()), each.getValue()))
                  .toList());
    };
  }

  private static ReadText answer(Asked asked, BroughtText text) {
    return switch (cases(asked).page(asked.visitor(), asked.open(), text, Map.of())) {
      case ReadingPage page when !page.stage().isEmpty() ->
          ReadText.of(text.key(), ReadState.BEING_READ, page.stage(), null);
      case ReadingPage page ->
          new ReadText(
              text.key(),
              ReadState.READ,
              null,
              null,
              page.title(),
              Records.record(page.source()),
              page.isKnownSource(),
              page.whyReliable(),
              page.found(),
              page.dropped(),
              page.readLanguage().tag(),
              page.readLanguage().isDetected(),
              page.languageLimits().isEmpty() ? null : page.languageLimits(),
              page.proposals().stream().map(TextLines::proposal).toList());
      case ReadPage page ->
          ReadText.of(
              text.key(),
              ReadState.NOT_READ,
              null,
              page.problems().keySet().stream()
                  .map(page::problem)
                  .collect(Collectors.joining(" ")));
      default -> throw new IllegalStateException("no page of a text");
    };
  }

  private static ProposalAnswer proposal(ProposalView proposed) {
    boolean isDismissed = proposed.decision() instanceof BroughtText.Decision.Dismissed;
    return new ProposalAnswer(
        proposed.number(),
        proposed.kind(),
        proposed.gist(),
        proposed.quotation(),
        proposed.confidence(),
        proposed.record().isEmpty() ? null : proposed.record(),
        proposed.isReady(),
        proposed.missing().isEmpty() ? null : proposed.missing(),
        proposed.known(),
        proposed.notes(),
        proposed.accepted().isEmpty() ? null : proposed.accepted(),
        isDismissed ? true : null,
        proposed.decision() instanceof BroughtText.Decision.Dismissed(String item) ? item : null);
  }

  private static Reply accept(Asked asked) {
    BroughtText text = text(asked);
    return decided(
        asked, text, cases(asked).accept(asked.visitor(), asked.open(), text, number(asked)));
  }

  private static ProposalHandler.Draft wouldBe(Asked asked) {
    return cases(asked)
        .draft(asked.visitor(), asked.open(), text(asked), number(asked))
        .orElseThrow(
            () ->
                new Unanswered(
                    ProblemCode.NO_PROPOSAL,
                    "That cannot be written",
                    "It is not for this role.",
                    "Maybe ask the mediator."));
  }

  private static Reply draft(Asked asked) {
    ProposalHandler.Draft draft = wouldBe(asked);
    return Reply.of(
        new ProposalDraft(draft.form().kind(), FormValueJson.of(draft.form(), draft.written())));
  }

  private static Reply correct(Asked asked) {
    ProposalHandler.Draft draft = wouldBe(asked);
    BroughtText text = text(asked);
    FormValue.Keys corrected =
        FormValueJson.readKeys(
            ChangeLines.record(ChangeLines.body(asked, draft.form(), CorrectionInput.class)));
    return switch (cases(asked)
        .correct(asked.visitor(), asked.open(), text, number(asked), draft, corrected)) {
      case ProposalHandler.Corrected.Unfilled(List<FieldProblem> problems) ->
          Errors.unfilled("proposal " + asked.path("proposal"), problems);
      case ProposalHandler.Corrected.Tried(SaveOutcome saving)
          when saving instanceof SaveOutcome.Saved ->
          Reply.of(answer(asked.again(), text));
      case ProposalHandler.Corrected.Tried(SaveOutcome saving) ->
          ChangeLines.reply(asked, saving, List.of());
    };
  }

  private static Reply dismiss(Asked asked) {
    BroughtText text = text(asked);
    JsonNode body = asked.body(DismissalInput.class);
    return decided(
        asked,
        text,
        cases(asked)
            .dismiss(
                asked.visitor(),
                asked.open(),
                text,
                number(asked),
                Asked.text(body, "ground"),
                Asked.text(body, "because"),
                asked.today()));
  }

  private static Reply reopen(Asked asked) {
    BroughtText text = text(asked);
    cases(asked).reopen(text, number(asked));
    return decided(asked, text, List.of());
  }

  private static Reply decided(Asked asked, BroughtText text, List<Complaint> troubles) {
    return troubles.isEmpty()
        ? Reply.of(answer(asked.again(), text))
        : Errors.unfilled(
            "proposal " + asked.path("proposal"),
            troubles.stream().map(each -> new FieldProblem(List.of(), each)).toList());
  }
}
