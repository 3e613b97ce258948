package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.agreement.AgreementDepth;
import org.parley.exchange.agreement.AgreementDetails;
import org.parley.model.InvalidValueException;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.TextStatus;
import org.parley.wording.Complaint;

/// The fields of the form for the text of an agreement, as they were sent.
///
/// @param values the values by field; absent ones are empty
public record AgreementForm(Map<String, String> values) {

  public AgreementForm {
    values = Map.copyOf(values);
  }

  /// The first value of each field.
  public static AgreementForm of(Map<String, List<String>> sent) {
    Map<String, String> values = new HashMap<>();
    // an escape that is none leaves a field without a value
    sent.forEach((name, all) -> all.stream().findFirst().ifPresent(it -> values.put(name, it)));
    return new AgreementForm(values);
  }

  /// The value of a field; empty if it was not sent.
  public String value(String field) {
    return values.getOrDefault(field, "").strip();
  }

  /// The text as it was pasted.
  public String text() {
    return values.getOrDefault("text", "");
  }

  /// The same with another text.
  public AgreementForm withText(String text) {
    Map<String, String> others = new HashMap<>(values);
    others.put("text", text);
    return new AgreementForm(others);
  }

  private <E extends Enum<E>> E choice(String field, E otherwise) {
    for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value(field))) {
        return each;
      }
    }
    return otherwise;
  }

  /// The chosen status.
  public TextStatus status() {
    return choice("status", TextStatus.ROLLING_TEXT);
  }

  /// The chosen kind of a new document.
  public InstrumentKind kind() {
    return choice("kind", InstrumentKind.OTHER);
  }

  /// Which provisions become points.
  public AgreementDepth depth() {
    return choice("depth", AgreementDepth.ARTICLES);
  }

  /// The fields as details, with what is wrong with them.
  ///
  /// @param details null if something is wrong
  public record Read(@Nullable AgreementDetails details, List<Wrong> wrong) {
    public Read {
      wrong = List.copyOf(wrong);
    }
  }

  /// A field with a wrong value.
  public record Wrong(String field, Complaint complaint) {}

  /// Reads the fields.
  public Read read() {
    List<Wrong> wrong = new ArrayList<>();
    Edtf date = null;
    try {
      date = Edtf.of(value("date"));
    } catch (InvalidValueException e) {
      wrong.add(new Wrong("date", Complaint.of(e)));
    }
    List<SourceId> sources = new ArrayList<>();
    try {
      if (!value("source").isEmpty()) {
        sources.add(new SourceId(value("source")));
      }
    } catch (InvalidValueException e) {
      wrong.add(new Wrong("source", Complaint.of(e)));
    }
    return new Read(
        date == null || !wrong.isEmpty()
            ? null
            : new AgreementDetails(
                value("instrument"),
                kind(),
                value("version"),
                date,
                status(),
                value("language").isEmpty() ? null : value("language"),
                sources,
                depth()),
        wrong);
  }
}
