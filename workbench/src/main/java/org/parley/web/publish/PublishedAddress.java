package org.parley.web.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Address;

/// An address whose answer is published, with the file it is published as.
///
/// A page is a folder with an `index.html`, so that its address is the one that the server has.
/// Where a parameter selects what a page shows, it is a folder below the page: `claims/~page=2`. No
/// id begins with a tilde, so such a folder is never that of a record.
///
/// @param path below the base path
/// @param parameters by name
public record PublishedAddress(String path, Map<String, String> parameters) {

  /// An address of the server that is published.
  ///
  /// @param path the pattern of its path
  /// @param parameters those that select what is published
  /// @param isPage whether it is a page, and no file
  /// @param isOfCase whether it is about the whole case, and no single record
  private record Form(Pattern path, Set<String> parameters, boolean isPage, boolean isOfCase) {

    boolean allows(String path, Set<String> parameters) {
      return this.parameters.containsAll(parameters) && this.path.matcher(path).matches();
    }
  }

  /// By the first segment of their paths, so that few patterns are tried.
  private static final Map<String, List<Form>> FORMS = new HashMap<>();

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._,-]{1,200}");
  private static final Pattern SEGMENTS =
      Pattern.compile("(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99})*/?");
  private static final String INDEX = "index.html";
  private static final String TABLE = "table";
  private static final String PICTURE = "picture";
  private static final String FORMAT = "format";
  private static final Set<String> TABLE_FORMATS = Set.of("csv", "jsonl");

  /// Painting costs ten times as much as drawing. A single record has its drawing, which any
  /// browser shows and prints at any size.
  private static final String PIXELS = "png";

  private static final Set<String> PICTURE_FORMATS = Set.of("svg", PIXELS);

  /// Pages that show how far a work is, unless it is waited for.
  private static final Set<String> WAITED_FOR =
      Set.of(Address.PACKAGES.path(), Address.REHEARSAL.path());

  /// Parameters that wait for a work, and change nothing of what is shown.
  private static final Set<String> PASSING = Set.of("wait");

  static {
    pages(
        Set.of(),
        Address.BOARD,
        Address.POINT,
        Address.TEXTS,
        Address.PRECEDENTS,
        Address.CLAIM,
        Address.SEQUENCE,
        Address.FORECAST,
        Address.PACKAGES,
        Address.REHEARSAL,
        Address.GUARANTEES,
        Address.OUTLOOK,
        Address.WAYS,
        Address.INDICATORS,
        Address.ROUNDS,
        Address.ROUND,
        Address.SIGNED,
        Address.PLACES,
        Address.INCIDENT,
        Address.FINDINGS,
        Address.INSTRUMENTS,
        Address.WHOLE_TEXT,
        Address.PARTIES,
        Address.PARTY,
        Address.SOURCE,
        Address.WEAKEST_SOURCES,
        Address.SEARCH,
        Address.RECORD,
        Address.BRIEF,
        Address.ACCORD,
        Address.BURDEN,
        Address.EFFECTS);
    pages(Set.of("act", "page"), Address.ACTS);
    pages(
        Set.of("page"),
        Address.TIMELINE,
        Address.SOURCES,
        Address.INBOX,
        Address.HISTORY,
        Address.WARNINGS);
    pages(Set.of("about", "party", "basis", "page"), Address.CLAIMS);
    pages(Set.of("parties"), Address.AMONG);
    pages(Set.of("ask"), Address.QUESTIONS);
    pages(Set.of("list", "page"), Address.WATCH);
    pages(Set.of("from", "to"), Address.COMPARED_TEXTS);
    files(
        Set.of(),
        Address.SIGNED_FILE,
        Address.CLAIMS_CSV,
        Address.CLAIMS_JSON,
        Address.ACTS_CSV,
        Address.ACTS_JSON,
        Address.PLACES_GEOJSON,
        Address.PROV_JSON,
        Address.CODES_CSV,
        Address.CODES_JSON,
        Address.GRADES_CSV,
        Address.GRADES_JSON,
        Address.PLOVER_JSONL,
        Address.BODIES_CSV,
        Address.BODIES_JSON,
        Address.TIMELINE_CSV,
        Address.FORECASTS_CSV,
        Address.FORECASTS_JSON,
        Address.ITEMS_CSV,
        Address.ITEMS_JSON,
        Address.BRIEF_HTML,
        Address.FEED,
        Address.CALENDAR,
        Address.SCHEMA);
    files(Set.of("instrument", "version"), Address.TEXT_XML, Address.TEXT_HTML);
  }

  public PublishedAddress {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  private static void pages(Set<String> parameters, Address... pages) {
    Arrays.stream(pages).forEach(each -> add(each, parameters, true));
  }

  private static void files(Set<String> parameters, Address... files) {
    Arrays.stream(files).forEach(each -> add(each, parameters, false));
  }

  private static void add(Address address, Set<String> parameters, boolean isPage) {
    Pattern path = Pattern.compile(address.path().replaceAll("\\{[a-z]+}", "[^/]+"));
    FORMS
        .computeIfAbsent(segment(address.path()), _ -> new ArrayList<>())
        .add(new Form(path, parameters, isPage, !address.path().contains("{")));
  }

  private static String segment(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }

  /// The address without parameters of a page or a file.
  public static PublishedAddress of(String path) {
    return new PublishedAddress(path, Map.of());
  }

  /// The address that a link leads to.
  ///
  /// @param link path and query below the base path: `/claims?page=2`
  /// @return empty if its answer is not published
  public static Optional<PublishedAddress> find(String link) {
    int query = link.indexOf('?');
    String path = query < 0 ? link : link.substring(0, query);
    Map<String, String> parameters = parameters(query < 0 ? "" : link.substring(query + 1));
    if (parameters == null || !SEGMENTS.matcher(path).matches()) {
      return Optional.empty();
    }
    String source = parameters.get("source");
    if (path.equals(Address.CLAIMS.path()) && parameters.size() == 1 && source != null) {
      // the page of a source lists its claims
      return Optional.of(of(Address.SOURCE.path().replace("{id}", source)));
    }
    if (path.equals(Address.TIMELINE.path())) {
      // a page for each meeting would be that of its dates again
      parameters.remove("meeting");
    }
    PublishedAddress found = new PublishedAddress(path, parameters);
    return found.isPublished() ? Optional.of(found) : Optional.empty();
  }

  /// The page that a file was published as.
  ///
  /// @param file its path in a publication
  /// @return empty if it is no page
  public static Optional<PublishedAddress> ofPage(String file) {
    if (!file.equals(INDEX) && !file.endsWith("/" + INDEX)) {
      return Optional.empty();
    }
    String folder = file.substring(0, file.length() - INDEX.length()).replaceAll("/$", "");
    int selected = folder.lastIndexOf("/~");
    String path = "/" + (selected < 0 ? folder : folder.substring(0, selected));
    String query = selected < 0 ? "" : folder.substring(selected + 2).replace('~', '&');
    return find(path + (query.isEmpty() ? "" : "?" + query)).filter(PublishedAddress::isPage);
  }

  private static @Nullable Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String each : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] sides = each.split("=", 2);
      if (PASSING.contains(sides[0])) {
        continue;
      }
      String value = sides.length < 2 ? "" : sides[1].replace("%2C", ",");
      if (!VALUE.matcher(sides[0]).matches() || !VALUE.matcher(value).matches()) {
        return null;
      }
      if (parameters.put(sides[0], value) != null) {
        return null;
      }
    }
    return parameters;
  }

  private boolean isPublished() {
    if (isData()) {
      return parameters.isEmpty();
    }
    Set<String> own = ownParameters().keySet();
    boolean isPart = own.size() < parameters.size();
    return isPart
        ? isKnownPart(own) && isPage(own)
        : forms().anyMatch(each -> each.allows(path, own));
  }

  private boolean isKnownPart(Set<String> own) {
    String format = parameters.getOrDefault(FORMAT, "");
    return parameters.containsKey(TABLE) != parameters.containsKey(PICTURE)
        && (parameters.containsKey(TABLE) ? TABLE_FORMATS : PICTURE_FORMATS).contains(format)
        && (!format.equals(PIXELS) || (own.isEmpty() && isOfCase()));
  }

  private boolean isOfCase() {
    return forms().anyMatch(each -> each.isPage && each.isOfCase && each.allows(path, Set.of()));
  }

  private Stream<Form> forms() {
    return FORMS.getOrDefault(segment(path), List.of()).stream();
  }

  private boolean isPage(Set<String> own) {
    return forms().anyMatch(each -> each.isPage && each.allows(path, own));
  }

  private Map<String, String> ownParameters() {
    Map<String, String> own = new TreeMap<>(parameters);
    own.keySet().removeAll(Set.of(TABLE, PICTURE, FORMAT));
    return own;
  }

  /// Whether it is an answer to programs.
  public boolean isData() {
    return path.startsWith("/api/");
  }

  /// Whether it is a page, and no part or file.
  public boolean isPage() {
    return !isData() && ownParameters().equals(parameters) && isPage(parameters.keySet());
  }

  /// The page that a table or picture is taken from; the address itself of a page.
  public PublishedAddress page() {
    return new PublishedAddress(path, ownParameters());
  }

  /// The address as the server answers it, below the base path. A work on a page is waited for.
  public String asked() {
    List<String> all = new ArrayList<>();
    parameters.forEach((name, value) -> all.add(name + "=" + value.replace(",", "%2C")));
    if (WAITED_FOR.contains(path)) {
      all.add("wait=true");
    }
    return path + (all.isEmpty() ? "" : "?" + String.join("&", all));
  }

  /// The folder of a page, with a slash at its end; empty for the first page.
  private String folder() {
    String selected =
        ownParameters().entrySet().stream()
            .map(each -> "~" + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining());
    String own = path.equals("/") ? "" : path.substring(1) + "/";
    return own + (selected.isEmpty() ? "" : selected + "/");
  }

  /// The file that it is published as.
  public String file() {
    if (isData()) {
      return path.substring(1) + (path.contains(".") ? "" : ".json");
    }
    if (isPage()) {
      return folder() + INDEX;
    }
    String part = parameters.getOrDefault(TABLE, parameters.get(PICTURE));
    return part == null ? ofFile() : folder() + "~" + part + "." + parameters.get(FORMAT);
  }

  private String ofFile() {
    int dot = path.lastIndexOf('.');
    String selected =
        parameters.entrySet().stream()
            .map(each -> "~" + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining());
    return path.substring(1, dot) + selected + path.substring(dot);
  }

  /// Its address at the site, below the base path.
  public String atSite() {
    String file = file();
    return file.endsWith(INDEX) ? file.substring(0, file.length() - INDEX.length()) : file;
  }
}
