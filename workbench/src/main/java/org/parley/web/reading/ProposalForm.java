package org.parley.web.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;

/// The prefilled form of an incomplete proposal.
record ProposalForm(String kind, Map<String, List<String>> filled) {

  /// A claim of which only the source is known.
  static ProposalForm claim(SourceId source) {
    Map<String, List<String>> filled = new LinkedHashMap<>();
    put(filled, "source/0", source.value());
    return new ProposalForm("claims", filled);
  }

  /// The fields of a proposal that a form accepts.
  static ProposalForm of(Proposal proposal, SourceId source) {
    String words = proposal.quotation().words().replaceAll("\\s+", " ");
    Map<String, List<String>> filled = new LinkedHashMap<>();
    put(filled, "source/0", source.value());
    return switch (proposal) {
      case Proposal.OfClaim claim -> {
        boolean isNewsroom = claim.attribution() == Attribution.NEWSROOM;
        put(filled, "speaker", isNewsroom ? null : claim.speaker().name());
        put(filled, "office", claim.speaker().office());
        put(filled, "said", date(claim.said()));
        put(
            filled,
            claim.attribution() == Attribution.DIRECT_QUOTE ? "quote" : "paraphrase",
            words);
        yield new ProposalForm("claims", filled);
      }
      case Proposal.OfMeeting meeting -> {
        put(filled, "title", words);
        put(filled, "date", date(meeting.when()));
        put(filled, "place", meeting.place());
        yield new ProposalForm("meetings", filled);
      }
      case Proposal.OfStep step -> {
        put(filled, "title", step.what());
        yield new ProposalForm("steps", filled);
      }
      case Proposal.OfInstrument instrument -> {
        put(filled, "title", instrument.name());
        yield new ProposalForm("instruments", filled);
      }
      case Proposal.OfOrder _ -> {
        filled.clear();
        put(filled, "text", words);
        yield new ProposalForm("demands", filled);
      }
    };
  }

  /// Whether the visitor may add such a record.
  static boolean mayFill(Visitor visitor, Proposal proposal) {
    return visitor.role() == Role.MEDIATOR
        || switch (proposal) {
          case Proposal.OfClaim _, Proposal.OfMeeting _, Proposal.OfOrder _ -> true;
          case Proposal.OfStep _, Proposal.OfInstrument _ -> false;
        };
  }

  /// The same as a record that is being written.
  FormValue.Keys written() {
    FormValue.Keys written = new FormValue.Keys(List.of());
    for (Map.Entry<String, List<String>> each : filled.entrySet()) {
      FormValue.Words words = new FormValue.Words(each.getValue().getFirst());
      String name = each.getKey();
      written =
          name.endsWith("/0")
              ? written.with(
                  name.substring(0, name.length() - 2), new FormValue.Rows(List.of(words)))
              : written.with(name, words);
    }
    return written;
  }

  private static void put(Map<String, List<String>> filled, String name, @Nullable String value) {
    if (value != null) {
      filled.put(name, List.of(value));
    }
  }

  private static @Nullable String date(@Nullable Edtf date) {
    return date == null ? null : date.toString();
  }
}
