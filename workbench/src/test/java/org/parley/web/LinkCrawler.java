package org.parley.web;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.Route;

/// Follows every link of every page from a first one on, and names those that lead nowhere.
///
/// Links that differ in nothing but records and values are samples of one kind: of each kind the
/// first few from each kind of page are followed. Fragments are checked on every page that was
/// read.
@NullMarked
final class LinkCrawler {

  private static final int SAMPLES = 2;
  private static final int REDIRECTS = 5;
  private static final String SOURCES =
      "[href], [src], [data-hx-get], [data-events], [data-complete], [data-said], form[action]";

  /// What a server answers.
  record Answer(int status, String type, @Nullable String location, String body) {}

  /// A route and what its addresses look like.
  private record Place(Route route, Pattern pattern) {}

  private final Function<String, Answer> server;

  /// The safe routes, those with fewer parameters first, as these are more exact.
  private final List<Place> places;

  private final Map<String, Optional<Route>> routes = new HashMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();

  /// On which page an address was found first.
  private final Map<String, String> pages = new HashMap<>();

  private final Map<String, Integer> samples = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Map<String, String> fragments = new LinkedHashMap<>();

  /// How many addresses were asked for, by the route that answers them.
  final Map<String, Integer> followed = new TreeMap<>();

  /// How many links were seen.
  int links;

  /// Every link that leads nowhere, with the page it stands on.
  final List<String> broken = new ArrayList<>();

  /// @param routes what is sampled by; an address of none is a kind of its own
  /// @param base the path that all of them are under
  LinkCrawler(Function<String, Answer> server, List<Route> routes, String base) {
    this.server = server;
    this.places =
        routes.stream()
            .filter(Route::isSafe)
            .sorted(Comparator.comparingLong(LinkCrawler::parameters))
            .map(each -> new Place(each, Pattern.compile(pattern(base + each.path()))))
            .toList();
  }

  /// Follows what there is from an address on.
  LinkCrawler from(String first) {
    follow("the start", first);
    while (!waiting.isEmpty()) {
      read(waiting.removeFirst());
    }
    fragments.forEach(
        (target, page) -> {
          String[] parts = target.split("#", 2);
          Set<String> known = ids.get(parts[0]);
          if (known != null && !known.contains(parts[1])) {
            broken.add(page + " -> " + target + ": no such place on the page");
          }
        });
    return this;
  }

  private static long parameters(Route route) {
    return route.path().chars().filter(c -> c == '{').count();
  }

  private Optional<Route> route(String path) {
    return routes.computeIfAbsent(
        path,
        key ->
            places.stream()
                .filter(each -> each.pattern.matcher(key).matches())
                .findFirst()
                .map(Place::route));
  }

  /// The path of the route of an address; the path itself where none is.
  private String kind(String path) {
    return route(path).map(Route::path).orElse(path);
  }

  private boolean isStream(String path) {
    return route(path).filter(each -> each.kind() == Route.Kind.STREAM).isPresent();
  }

  private static String pattern(String path) {
    return Stream.of(path.split("(?=\\{)|(?<=})"))
        .map(each -> each.startsWith("{") ? "[^/]+" : Pattern.quote(each))
        .collect(Collectors.joining());
  }

  private void read(String address) {
    Answer answer = asked(address);
    if (answer.status() != 200) {
      broken.add(pages.get(address) + " -> " + address + ": " + answer.status());
      return;
    }
    if (!answer.type().startsWith("text/html")) {
      ids.put(address, Set.of());
      return;
    }
    Document page = Jsoup.parse(answer.body(), "http://parley" + address);
    ids.put(address, Set.copyOf(page.select("[id]").eachAttr("id")));
    for (Element each : page.select(SOURCES)) {
      for (String name :
          List.of("href", "src", "data-hx-get", "data-events", "data-complete", "data-said")) {
        if (each.hasAttr(name)) {
          follow(address, resolved(address, each.attr(name)));
        }
      }
      if (each.is("form[action]") && !each.attr("method").equalsIgnoreCase("post")) {
        follow(address, resolved(address, each.attr("action")));
      }
    }
  }

  private static String resolved(String page, String link) {
    return URI.create("http://parley" + page).resolve(link.strip()).toString();
  }

  private void follow(String page, String link) {
    String own = link.startsWith("/") ? link : link.replaceFirst("^http://parley(?=/)", "");
    if (!own.startsWith("/")) {
      return;
    }
    links++;
    String[] parts = own.split("#", 2);
    String target = parts[0];
    if (parts.length == 2 && !parts[1].isEmpty()) {
      fragments.putIfAbsent(target + "#" + parts[1], page);
    }
    String path = target.split("\\?", 2)[0];
    if (seen.contains(target) || isStream(path)) {
      return;
    }
    String kind = kind(path) + names(target) + (parts.length == 2 ? "#" : "");
    if (samples.merge(kind(page.split("\\?", 2)[0]) + " to " + kind, 1, Integer::sum) > SAMPLES) {
      return;
    }
    seen.add(target);
    followed.merge(kind(path), 1, Integer::sum);
    waiting.addLast(target);
    pages.put(target, page);
  }

  /// The names of the parameters of an address.
  private static String names(String address) {
    String[] parts = address.split("\\?", 2);
    return parts.length < 2
        ? ""
        : Stream.of(parts[1].split("&"))
            .map(each -> each.split("=", 2)[0].replaceAll("\\..*", ""))
            .distinct()
            .sorted()
            .collect(Collectors.joining("&", "?", ""));
  }

  private Answer asked(String address) {
    String at = address;
    Answer answer = server.apply(at);
    for (int i = 0; i < REDIRECTS && answer.location() != null; i++) {
      at = resolved(at, answer.location()).replaceFirst("^http://parley(?=/)", "").split("#", 2)[0];
      answer = server.apply(at);
    }
    return answer;
  }
}
