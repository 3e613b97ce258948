package org.parley.exchange.incidents.records;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.IncidentReport.Named;
import org.parley.exchange.incidents.facts.Site;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.Incident.Coordinates;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.place.Geometry;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;

/// The incident that a report is about. Its title has the words of the report, the sides as they
/// were written, and the name of the place.
final class IncidentRecord {

  private static final int LONGEST_TITLE = 200;

  /// Where a point would claim more than was said.
  private static final Set<Site.Precision> VAGUE =
      EnumSet.of(
          Site.Precision.PROVINCE,
          Site.Precision.AREA,
          Site.Precision.COUNTRY,
          Site.Precision.INTERNATIONAL);

  private IncidentRecord() {}

  static Incident of(IncidentId id, IncidentReport report, ImportContext context) {
    return new Incident(
        id,
        LocalizedText.of(title(report)),
        coordinates(report.where()),
        places(report.where(), context),
        context.readers());
  }

  private static String title(IncidentReport report) {
    String text = FactRecords.clean(report.text());
    String head = text.isEmpty() ? FactRecords.clean(report.kind().replace('-', ' ')) : text;
    String sides =
        Stream.concat(
                Stream.of(report.actor(), report.target()).flatMap(Stream::ofNullable),
                report.between().stream())
            .map(Named::written)
            .collect(Collectors.joining(" – "));
    String where = report.where() == null ? "" : FactRecords.clean(orEmpty(report.where().name()));
    String rest =
        Stream.of(FactRecords.clean(sides), where)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", "));
    return cut(head) + (rest.isEmpty() ? "" : " (" + cut(rest) + ")");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TITLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TITLE - 1)))
            + "…";
  }

  private static @Nullable Coordinates coordinates(@Nullable Site site) {
    Geometry.LonLat at = IncidentScope.position(site);
    return site == null || at == null || VAGUE.contains(site.precision())
        ? null
        : new Coordinates(at.latitude().toPlainString() + ", " + at.longitude().toPlainString());
  }

  /// The place on record that the code of the file names.
  private static List<PlaceId> places(@Nullable Site site, ImportContext context) {
    String code = site == null ? null : site.code();
    return code != null
            && Id.SYNTAX.matcher(code).matches()
            && context.view().find((Id) new PlaceId(code)).orElse(null) instanceof Place place
        ? List.of(place.id())
        : List.of();
  }
}
