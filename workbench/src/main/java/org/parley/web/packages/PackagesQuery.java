package org.parley.web.packages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.bargain.Choice;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ValueBands;
import org.parley.model.text.PointId;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;

/// The query of the page of packages: what-if figures, a draft, kept packages, and the uncertainty
/// of worths.
///
/// `?asOf=2016-10-03&table.p14=p14-zone&keep=p12-joint,p14-stand&within=10`, with the parameters of
/// [MovedFigures].
///
/// @param packages the problem as the case states it
/// @param moment the day looked at
/// @param moved the what-if figures
/// @param built by point, the option chosen or [PackageDraft#OPEN]; empty without a draft
/// @param kept whole packages kept for comparison
/// @param within the uncertainty of each worth in per cent
/// @param entered by point, the value entered for a quantity
public record PackagesQuery(
    PackageProblem packages,
    ViewedDay moment,
    MovedFigures moved,
    List<Integer> built,
    List<List<Integer>> kept,
    int within,
    Map<Integer, String> entered) {

  /// The most packages kept.
  public static final int MOST_KEPT = 3;

  /// The largest uncertainty, in per cent.
  public static final int MOST_WITHIN = 50;

  private static final String TABLE = "table.";

  public PackagesQuery {
    built = List.copyOf(built);
    kept = kept.stream().map(List::copyOf).toList();
    entered = Map.copyOf(entered);
  }

  /// Reads an address.
  ///
  /// @throws BadQuery naming the parameter that fits nothing in the case
  static PackagesQuery of(Query query, PackageProblem packages, ViewedDay moment) {
    List<Integer> built = new ArrayList<>(open(packages));
    List<List<Integer>> kept = new ArrayList<>();
    Map<Integer, String> entered = new TreeMap<>();
    for (Map.Entry<String, List<String>> each : new TreeMap<>(query.parameters()).entrySet()) {
      if (each.getKey().startsWith(TABLE)) {
        settle(query, packages, each.getKey(), built, entered);
      } else if (each.getKey().equals("keep")) {
        each.getValue().stream()
            .filter(value -> !value.isBlank())
            .forEach(value -> kept.add(whole(packages, value)));
      }
    }
    return new PackagesQuery(
        packages,
        moment,
        MovedFigures.of(query, packages),
        built.equals(open(packages)) ? List.of() : built,
        kept.stream().distinct().limit(MOST_KEPT).toList(),
        query.number("within", 0, MOST_WITHIN, 0),
        entered);
  }

  private static List<Integer> open(PackageProblem packages) {
    return Collections.nCopies(packages.matters().size(), PackageDraft.OPEN);
  }

  private static void settle(
      Query query,
      PackageProblem packages,
      String name,
      List<Integer> built,
      Map<Integer, String> entered) {
    String id = name.substring(TABLE.length());
    List<String> points = packages.matters().stream().map(m -> m.point().value()).toList();
    int point = points.indexOf(id);
    if (point < 0) {
      throw MovedFigures.unknown(name, id, "point", points);
    }
    String option = query.text(name);
    if (option != null) {
      PackageProblem.Matter matter = packages.matters().get(point);
      ValueBands bands = matter.bands();
      if (bands != null) {
        String prefix = id + ".";
        String value =
            option.startsWith(prefix) ? option.substring(prefix.length()) : option.strip();
        built.set(point, band(name, bands, value));
        entered.put(point, value);
        return;
      }
      List<String> options = matter.options().stream().map(each -> each.value()).toList();
      int index = options.indexOf(option);
      if (index < 0) {
        throw MovedFigures.unknown(name, option, "option of point " + id, options);
      }
      built.set(point, index);
    }
  }

  /// The band of a value: `612000`, or the name of the band, `forces.612000`.
  private static int band(String name, ValueBands bands, String value) {
    int band = bands.find(value);
    if (band < 0) {
      throw new BadQuery(
          name,
          value.substring(0, Math.min(40, value.length())),
          "no such value is bargained about",
          "Maybe write a number from "
              + bands.quantity().least()
              + " to "
              + bands.quantity().most()
              + " in steps of "
              + bands.quantity().step()
              + ".");
    }
    return band;
  }

  private static List<Integer> whole(PackageProblem packages, String value) {
    List<Integer> options = new ArrayList<>(open(packages));
    for (String id : Arrays.asList(value.split(",", -1))) {
      Choice choice = packages.find(id);
      if (choice == null) {
        throw new BadQuery(
            "keep",
            id.substring(0, Math.min(40, id.length())),
            "no such option is bargained about",
            "Maybe build the package anew and keep it.");
      }
      options.set(choice.point(), choice.option());
    }
    if (options.contains(PackageDraft.OPEN)) {
      throw new BadQuery(
          "keep",
          value.substring(0, Math.min(40, value.length())),
          "it leaves points open, and only whole packages are kept",
          "Maybe settle every point first.");
    }
    return options;
  }

  /// The name of the choice on a point.
  public static String name(PointId point) {
    return TABLE + point;
  }

  /// Whether a package is being put together.
  public boolean isBuilding() {
    return !built.isEmpty();
  }

  /// Whether every point of it is settled.
  public boolean isWhole() {
    return isBuilding() && !built.contains(PackageDraft.OPEN);
  }

  /// The option chosen on a point; [PackageDraft#OPEN] if it is open.
  public int chosen(int point) {
    return built.isEmpty() ? PackageDraft.OPEN : built.get(point);
  }

  /// The value of a quantity in its field: as entered, else the least of those chosen; empty if the
  /// point is open.
  public String entered(int point) {
    ValueBands bands = packages.matters().get(point).bands();
    int band = chosen(point);
    if (bands == null || band == PackageDraft.OPEN) {
      return "";
    }
    String own = entered.getOrDefault(point, "");
    return bands.find(own) == band ? own : bands.least(band).said();
  }

  /// The same with another package put together.
  public PackagesQuery withBuilt(List<Integer> options) {
    return new PackagesQuery(packages, moment, moved, options, kept, within, entered);
  }

  /// The same with a package kept, or no longer.
  public PackagesQuery withKept(List<Integer> options, boolean keep) {
    List<List<Integer>> all = new ArrayList<>(kept);
    all.remove(options);
    if (keep) {
      all.add(options);
    }
    return new PackagesQuery(packages, moment, moved, built, all, within, entered);
  }

  /// The same as the part of an address after the question mark; may be empty.
  public String query() {
    List<String> parts = new ArrayList<>();
    if (!moment.query().isEmpty()) {
      parts.add(moment.query().substring(1));
    }
    if (!moved.query().isEmpty()) {
      parts.add(moved.query());
    }
    for (int point = 0; point < built.size(); point++) {
      if (built.get(point) != PackageDraft.OPEN) {
        PackageProblem.Matter matter = packages.matters().get(point);
        parts.add(
            encoded(name(matter.point()))
                + "="
                + encoded(
                    matter.bands() == null
                        ? matter.options().get(built.get(point)).value()
                        : entered(point)));
      }
    }
    for (List<Integer> each : kept) {
      parts.add("keep=" + ids(each));
    }
    if (within > 0) {
      parts.add("within=" + within);
    }
    return String.join("&", parts);
  }

  /// The ids of the options of a whole package, with commas between.
  String ids(List<Integer> options) {
    List<String> ids = new ArrayList<>();
    for (int point = 0; point < options.size(); point++) {
      ids.add(encoded(packages.matters().get(point).options().get(options.get(point)).value()));
    }
    return String.join(",", ids);
  }

  /// As [#ids], to be put into a field.
  public String idsOf(List<Integer> options) {
    return java.net.URLDecoder.decode(ids(options), StandardCharsets.UTF_8);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// The address.
  public String href() {
    return Link.to(Address.PACKAGES) + (query().isEmpty() ? "" : "?" + query());
  }

  /// The address with one more parameter.
  public String href(String more) {
    return Link.to(Address.PACKAGES) + "?" + (query().isEmpty() ? "" : query() + "&") + more;
  }
}
