package org.parley.web.queue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.reading.cases.ClaimDraft;
import org.parley.web.reading.DraftedClaim;
import org.parley.web.view.Say;

/// The fields in which a claim is changed in place: speaker, party, subject, stance, day.
///
/// @param stance the kind of assertion, as [Say#kind] has it
/// @param detail its condition, share or option; empty if it has none
public record ClaimFields(
    String speaker, String party, String about, String stance, String detail, String said) {

  private static final Set<String> DETAILED =
      Set.of("conditional", "complete", "prefers", "refuses");

  /// The stances that are offered.
  static final List<String> STANCES =
      List.of(
          "agreed",
          "ad-referendum",
          "conditional",
          "complete",
          "open",
          "rejected",
          "prefers",
          "refuses",
          "received",
          "not-received",
          "states");

  /// The fields of a draft.
  static ClaimFields of(ClaimDraft draft) {
    PartyId party = draft.party();
    Edtf said = draft.said();
    return new ClaimFields(
        draft.speaker(),
        party == null ? "" : party.value(),
        draft.about().isEmpty() ? "" : draft.about().getFirst().toString(),
        Say.kind(draft.asserts()),
        detail(draft.asserts()),
        said == null ? "" : said.toString());
  }

  /// The same with the fields of a form.
  ClaimFields with(Map<String, List<String>> sent) {
    return new ClaimFields(
        field(sent, "speaker", speaker),
        field(sent, "party", party),
        field(sent, "about", about),
        field(sent, "stance", stance),
        field(sent, "detail", detail),
        field(sent, "said", said));
  }

  private static String field(Map<String, List<String>> sent, String name, String otherwise) {
    List<String> values = sent.getOrDefault(name, List.of());
    return values.isEmpty() ? otherwise : values.getFirst().strip();
  }

  private static String detail(Assertion asserts) {
    return switch (asserts) {
      case Assertion.Conditional(String condition) -> condition;
      case Assertion.Complete(var share) -> share.said();
      case Assertion.Prefers(var option) -> option.toString();
      case Assertion.Refuses(var option) -> option.toString();
      case Assertion.Agreed _,
          Assertion.AdReferendum _,
          Assertion.Open _,
          Assertion.Rejected _,
          Assertion.Received _,
          Assertion.NotReceived _,
          Assertion.Implemented _,
          Assertion.Measured _,
          Assertion.Expects _,
          Assertion.Confirmed _,
          Assertion.Denied _,
          Assertion.States _ ->
          "";
    };
  }

  /// The claim of a draft with these fields, or what is wrong with them.
  ///
  /// @param source a source it rests on
  FormOutcome claim(CaseView view, ClaimDraft draft, Source source) {
    FormValue.Keys written = DraftedClaim.written(draft, source.id());
    List<CaseRecord> known = new ArrayList<>(view.records());
    if (view.find(source.id().value()).isEmpty()) {
      known.add(source);
    }
    return RecordForm.of("claims").fill(corrected(written, draft), known);
  }

  private FormValue.Keys corrected(FormValue.Keys written, ClaimDraft draft) {
    ClaimFields before = of(draft);
    FormValue.Keys now =
        written
            .with("id", new FormValue.Words(id(before)))
            .with("speaker", words(speaker))
            .with("party", words(party))
            .with("said", words(said));
    if (!party.equals(before.party)) {
      now = now.with("jointly", null);
    }
    if (!about.equals(before.about) || about.isEmpty()) {
      FormValue subject = words(about);
      now = now.with("about", subject == null ? null : new FormValue.Rows(List.of(subject)));
      now = now.with("between", null);
    }
    return stance.equals(before.stance) && detail.equals(before.detail)
        ? now
        : now.with("asserts", asserts());
  }

  private static FormValue.@Nullable Words words(String text) {
    return text.isEmpty() ? null : new FormValue.Words(text);
  }

  private FormValue asserts() {
    return DETAILED.contains(stance)
        ? new FormValue.Keys(List.of(new FormValue.Entry(stance, new FormValue.Words(detail))))
        : new FormValue.Words(stance);
  }

  /// An id that tells day, speaker and subject.
  private String id(ClaimFields before) {
    String day = said.isEmpty() ? before.said : said;
    String[] names = speaker.split("\\s+", -1);
    return "c-"
        + slug(day.replaceAll("^\\d{4}-", "").replace("-", ""))
        + "-"
        + slug(names[names.length - 1])
        + "-"
        + slug(about);
  }

  private static String slug(String words) {
    String plain =
        Normalizer.normalize(words, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]", "");
    return plain.isEmpty() ? "x" : plain;
  }
}
