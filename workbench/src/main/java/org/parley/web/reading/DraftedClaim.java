package org.parley.web.reading;

import java.util.List;
import java.util.Objects;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.PointId;
import org.parley.reading.cases.ClaimDraft;

/// A claim as far as it is told, as a form has it.
public final class DraftedClaim {

  private DraftedClaim() {}

  /// The values of the form. Missing parts, the id and the readers are left out.
  public static FormValue.Keys written(ClaimDraft draft, SourceId source) {
    Claim claim =
        new Claim(
            new ClaimId("c"),
            draft.speaker().isEmpty() ? "-" : draft.speaker(),
            draft.office(),
            Objects.requireNonNullElse(draft.party(), new PartyId("none")),
            draft.jointly(),
            Objects.requireNonNullElse(draft.said(), Edtf.of("2000")),
            null,
            Claim.Channel.PUBLIC,
            List.of(source),
            null,
            draft.isQuote() ? LocalizedText.of(draft.words()) : null,
            draft.isQuote() ? null : draft.words(),
            draft.about().isEmpty() ? List.of(new PointId("none")) : draft.about(),
            draft.between(),
            draft.asserts(),
            List.of(),
            List.of(),
            draft.contradicts(),
            new Visibility.Public());
    FormValue.Keys written =
        RecordForm.of(claim).written(claim).with("id", null).with("visibility", null);
    for (ClaimDraft.MissingPart each : draft.lacks()) {
      written = written.with(key(each), null);
    }
    return written;
  }

  private static String key(ClaimDraft.MissingPart part) {
    return switch (part) {
      case SPEAKER -> "speaker";
      case PARTY -> "party";
      case SUBJECT -> "about";
      case DAY -> "said";
    };
  }
}
