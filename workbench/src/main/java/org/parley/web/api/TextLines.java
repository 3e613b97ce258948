package org.parley.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Texts that are read, and what is decided about what was found in them. Each sees the texts they
/// brought themselves.
final class TextLines {

  static final String TYPES =
      """
      ReadText = {text: id, state: "being read" | "not read" | "read", stage?: text, trouble?: text,
        title?: text, source?: Source, onRecord?: truth, reliability?: text, found?: text,
        dropped?: text, proposals?: Proposal[]}
      Proposal = {number: whole, kind: text, gist: text, quotation: text, confidence: whole,
        record?: text, ready: truth, missing?: text, known?: id, notes: text[],
        accepted?: id, dismissed?: truth, item?: id}
      TextEntry = {text: id, title: text, said: text}
      ProposalDraft = {kind: RecordKind, record: any}
      TextInput = {text?: text, address?: text, publisher?: text, title?: text, published?: day}
      CorrectionInput = {record: RecordInput}
      DismissalInput = {ground?: text, because?: text}
      """;

  private TextLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/texts", "reading", "listTexts", "the texts one brought, the latest first")
            .forClaimants()
            .lists("TextEntry", TextLines::texts),
        Line.change("POST", "/api/texts", "reading", "read", "reads a text")
            .forClaimants()
            .sent("TextInput")
            .creates("ReadText", TextLines::bring),
        Line.get("/api/texts/{text}", "reading", "findText", "a text and what was found in it")
            .forClaimants()
            .answers("ReadText", asked -> Reply.of(json(asked, text(asked)))),
        Line.get(
                "/api/texts/{text}/proposals/{proposal}",
                "reading",
                "findProposal",
                "a proposal as the record it would be, to be corrected")
            .forClaimants()
            .answers("ProposalDraft", TextLines::draft),
        decision("correct", "correct", "writes a proposal as the record it is corrected to")
            .sent("CorrectionInput")
            .answers("ReadText", TextLines::correct),
        decision("accept", "accept", "writes a proposal").answers("ReadText", TextLines::accept),
        decision("dismiss", "dismiss", "dismisses a proposal")
            .sent("DismissalInput")
            .answers("ReadText", TextLines::dismiss),
        decision("reopen", "reopen", "opens a proposal again")
            .answers("ReadText", TextLines::reopen));
  }

  private static Line decision(String path, String name, String says) {
    return Line.change(
            "POST", "/api/texts/{text}/proposals/{proposal}/" + path, "reading", name, says)
        .forClaimants();
  }

  private static ReadingService desk(Asked asked) {
    return asked.desks().reading();
  }

  private static BroughtText text(Asked asked) {
    return desk(asked).text(asked.visitor(), asked.path("text"));
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
        desk(asked).form(asked.visitor(), asked.open()).latest(),
        each ->
            JsonMapper.shared()
                .createObjectNode()
                .put("text", each.key())
                .put("title", each.title())
                .put("said", each.said()));
  }

  private static Reply bring(Asked asked) {
    JsonNode body = asked.body("text", "address", "publisher", "title", "published");
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String key : List.of("text", "address", "publisher", "title", "published")) {
      given.put(key, List.of(Asked.text(body, key)));
    }
    return switch (desk(asked).bring(asked.visitor(), asked.open(), ReadRequest.of(given))) {
      case ReadingService.Brought.Begun(String key) ->
          Reply.created("/api/texts/" + key, json(asked, desk(asked).text(asked.visitor(), key)));
      case ReadingService.Brought.Wrong(ReadPage page) ->
          Errors.unfilled(
              "text",
              page.problems().entrySet().stream()
                  .map(each -> new FieldProblem(List.of(each.getKey()), each.getValue()))
                  .toList());
    };
  }

  private static ObjectNode json(Asked asked, BroughtText text) {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("text", text.key());
    switch (desk(asked).page(asked.visitor(), asked.open(), text, Map.of())) {
      case ReadingPage page when !page.stage().isEmpty() ->
          json.put("state", "being read").put("stage", page.stage());
      case ReadingPage page -> {
        json.put("state", "read").put("title", page.title());
        json.set("source", Records.record(page.source()));
        json.put("onRecord", page.isKnownSource()).put("reliability", page.whyReliable());
        json.put("found", page.found()).put("dropped", page.dropped());
        ArrayNode all = json.putArray("proposals");
        page.proposals().forEach(each -> all.add(json(each)));
      }
      case ReadPage page ->
          json.put("state", "not read")
              .put(
                  "trouble",
                  page.problems().keySet().stream()
                      .map(page::problem)
                      .collect(Collectors.joining(" ")));
      default -> throw new IllegalStateException("no page of a text");
    }
    return json;
  }

  private static ObjectNode json(ProposalView proposed) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("number", proposed.number()).put("kind", proposed.kind()).put("gist", proposed.gist());
    json.put("quotation", proposed.quotation()).put("confidence", proposed.confidence());
    if (!proposed.record().isEmpty()) {
      json.put("record", proposed.record());
    }
    json.put("ready", proposed.isReady());
    if (!proposed.missing().isEmpty()) {
      json.put("missing", proposed.missing());
    }
    if (proposed.known() != null) {
      json.put("known", proposed.known());
    }
    ArrayNode notes = json.putArray("notes");
    proposed.notes().forEach(notes::add);
    switch (proposed.decision()) {
      case null -> {}
      case BroughtText.Decision.Accepted(String id) -> json.put("accepted", id);
      case BroughtText.Decision.Dismissed(String item) -> {
        json.put("dismissed", true);
        if (item != null) {
          json.put("item", item);
        }
      }
    }
    return json;
  }

  private static Reply accept(Asked asked) {
    BroughtText text = text(asked);
    return decided(
        asked, text, desk(asked).accept(asked.visitor(), asked.open(), text, number(asked)));
  }

  private static ProposalHandler.Draft wouldBe(Asked asked) {
    return desk(asked)
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
    ObjectNode json = JsonMapper.shared().createObjectNode().put("kind", draft.form().kind());
    json.set("record", FormValueJson.of(draft.form(), draft.written()));
    return Reply.of(json);
  }

  private static Reply correct(Asked asked) {
    ProposalHandler.Draft draft = wouldBe(asked);
    BroughtText text = text(asked);
    FormValue.Keys corrected = FormValueJson.readKeys(ChangeLines.record(asked.body("record")));
    return switch (desk(asked)
        .correct(asked.visitor(), asked.open(), text, number(asked), draft, corrected)) {
      case ProposalHandler.Corrected.Unfilled(List<FieldProblem> problems) ->
          Errors.unfilled("proposal " + asked.path("proposal"), problems);
      case ProposalHandler.Corrected.Tried(SaveOutcome saving)
          when saving instanceof SaveOutcome.Saved ->
          Reply.of(json(asked.again(), text));
      case ProposalHandler.Corrected.Tried(SaveOutcome saving) ->
          ChangeLines.reply(asked, saving, List.of());
    };
  }

  private static Reply dismiss(Asked asked) {
    BroughtText text = text(asked);
    JsonNode body = asked.body("ground", "because");
    return decided(
        asked,
        text,
        desk(asked)
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
    desk(asked).reopen(text, number(asked));
    return decided(asked, text, List.of());
  }

  private static Reply decided(Asked asked, BroughtText text, List<Complaint> troubles) {
    return troubles.isEmpty()
        ? Reply.of(json(asked.again(), text))
        : Errors.unfilled(
            "proposal " + asked.path("proposal"),
            troubles.stream().map(each -> new FieldProblem(List.of(), each)).toList());
  }
}
