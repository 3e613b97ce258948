package org.parley.exchange.incidents.form;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The field of a column or key in Parley's own forms.
///
/// A column is identified by its HXL tag, with attributes in any order, or by its name. A key of a
/// JSON object by its name.
enum IncidentField {
  ID("#meta+id"),
  INCIDENT("#event+id"),
  FACT("#meta+fact"),
  KIND("#event+type"),
  ACTOR("#org+actor"),
  TARGET("#org+target"),
  BETWEEN("#org+between"),
  BY("#org+by"),
  ACT("#event+act"),
  GUARANTEE("#meta+guarantee"),
  BODY("#org+body"),
  QUESTION("#meta+question"),
  ANSWER("#meta+answer"),
  MILESTONE("#event+milestone"),
  UNTIL("#date+until"),
  OCCURRED("#date+occurred|#date+occurred+start|#date+start"),
  OCCURRED_END("#date+occurred+end|#date+end"),
  REPORTED("#date+reported"),
  RECORDED("#date+recorded"),
  SOURCE("#org+source|#meta+source"),
  GROUP("#org+source+group|#meta+source+group"),
  PLACE("#adm1+code|#loc+code|#country+code"),
  PLACE_NAME("#loc+name|#adm1+name|#adm1|#loc"),
  LATITUDE("#geo+lat"),
  LONGITUDE("#geo+lon"),
  PLACE_PRECISION("#geo+precision"),
  LOW("#affected+killed+low"),
  BEST("#affected+killed|#affected+killed+best"),
  HIGH("#affected+killed+high"),
  TRAITS("#event+trait"),
  SUPERSEDES("#meta+supersedes"),
  TEXT("#description|#event+text|#event+description");

  private final String tags;

  /// @param tags the HXL tags that mean it, with `|` between them
  IncidentField(String tags) {
    this.tags = tags;
  }

  /// The name of the key.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether its values are days or moments.
  boolean isDate() {
    return switch (this) {
      case OCCURRED, OCCURRED_END, REPORTED, RECORDED, UNTIL -> true;
      default -> false;
    };
  }

  /// The field of a tag, if any.
  static @Nullable IncidentField ofTag(String tag) {
    for (IncidentField each : values()) {
      for (String own : each.tags.split("\\|")) {
        if (parts(own).equals(parts(tag)) && head(own).equals(head(tag))) {
          return each;
        }
      }
    }
    return null;
  }

  /// The field of a name, if any.
  static @Nullable IncidentField ofName(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (IncidentField each : values()) {
      if (each.key().equals(folded)) {
        return each;
      }
    }
    return null;
  }

  private static String head(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT).replaceAll("\\s", "").split("\\+", 2)[0];
  }

  private static Set<String> parts(String tag) {
    return new HashSet<>(
        List.of(tag.strip().toLowerCase(Locale.ROOT).replaceAll("\\s", "").split("\\+")));
  }
}
