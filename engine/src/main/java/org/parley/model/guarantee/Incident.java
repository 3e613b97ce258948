package org.parley.model.guarantee;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;

/// A reported occurrence, unjudged; log entries hold the reports about it.
///
/// @param id its id
/// @param title its title
/// @param at its coordinates; null if unknown
public record Incident(
    IncidentId id, LocalizedText title, @Nullable Coordinates at, Visibility visibility)
    implements CaseRecord {

  @Override
  public Incident withNames(UnaryOperator<LocalizedText> names) {
    return new Incident(id, names.apply(title), at, visibility);
  }

  /// Latitude and longitude in degrees, WGS 84, `48.59, 37.99`.
  public record Coordinates(String said) {

    private static final Pattern SYNTAX =
        Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,6})?), (-?\\d{1,3}(?:\\.\\d{1,6})?)");

    public Coordinates {
      Matcher parts = SYNTAX.matcher(said);
      if (!parts.matches()
          || Math.abs(Double.parseDouble(parts.group(1))) > 90
          || Math.abs(Double.parseDouble(parts.group(2))) > 180) {
        throw new InvalidValueException(InvalidValue.Plain.NOT_COORDINATES, said);
      }
    }

    private double part(int group) {
      Matcher parts = SYNTAX.matcher(said);
      return parts.matches() ? Double.parseDouble(parts.group(group)) : 0;
    }

    /// The latitude, degrees north.
    public double latitude() {
      return part(1);
    }

    /// The longitude, degrees east.
    public double longitude() {
      return part(2);
    }

    @Override
    public String toString() {
      return said;
    }
  }
}
