package org.parley.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// Builds every address that an answer names: in pages, redirects and headers.
///
/// An address begins with the base path of the server. On a page of the past it leads to the same
/// moment, where the [Address] has a past.
public final class Link {

  /// The base of the addresses in a response.
  ///
  /// @param path the path that a proxy serves everything under: `/parley`; empty for none
  /// @param past the moment of the past that is shown; absent in the present
  /// @param home the address that lists the cases; absent on a server of one case
  public record Base(String path, @Nullable Past past, @Nullable String home) {

    /// The present, under a base path.
    public static Base of(String path) {
      return new Base(path, null, null);
    }
  }

  /// The case as it was recorded after an entry of the journal.
  ///
  /// @param entry the number of the entry
  /// @param recorded when it was recorded
  /// @param now the path of the same page in the present, without the base path
  public record Past(long entry, Instant recorded, String now) {}

  /// The base of the current response; by default, an empty path in the present.
  public static final ScopedValue<Base> BASE = ScopedValue.newInstance();

  private static final Base ROOT = Base.of("");
  private static final String SAFE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@";

  private Link() {}

  private static Base base() {
    return BASE.isBound() ? BASE.get() : ROOT;
  }

  /// The base of the addresses of a page of the past.
  ///
  /// @param entry the number of the entry
  /// @param now the same page in the present
  public static Base past(long entry, Instant recorded, Address now, Object... values) {
    return new Base(base().path, new Past(entry, recorded, now.with(values)), base().home);
  }

  /// The address that lists the cases; null on a server of one case.
  public static @Nullable String home() {
    return base().home;
  }

  /// Whether the answer is about the server of many cases, and none of them.
  public static boolean isHome() {
    String home = base().home;
    return home != null && home.equals(base().path + "/");
  }

  /// An address of the server of many cases itself.
  ///
  /// @param path without the base path: `/find`
  public static String atHome(String path) {
    String home = base().home;
    return home == null ? path : home.substring(0, home.length() - 1) + path;
  }

  /// The moment of the past that is shown; empty in the present.
  public static Optional<Past> past() {
    return Optional.ofNullable(base().past);
  }

  /// A page or a file.
  ///
  /// @param values one for each parameter of its path
  public static String to(Address address, Object... values) {
    Base base = base();
    String begin = base.past != null && address.hasPast() ? Address.pastOf(base.past.entry) : "";
    return base.path + begin + address.with(values);
  }

  /// The same in the present, wherever it is linked.
  public static String toPresent(Address address, Object... values) {
    return base().path + address.with(values);
  }

  /// The page that is shown, in the present.
  public static String toPresent(Past past) {
    return base().path + past.now;
  }

  /// The board as it was recorded after an entry.
  public static String toPast(long entry) {
    return base().path + Address.pastOf(entry) + Address.BOARD.path();
  }

  /// A page or a file as it was recorded after an entry.
  ///
  /// @param address one that has a past
  public static String toPast(long entry, Address address, Object... values) {
    return base().path + Address.pastOf(entry) + address.with(values);
  }

  /// An address for programs: `/api/claims`.
  public static String api(String path) {
    return base().path + path;
  }

  /// The file of a finding, as of the moment shown.
  public static String toFinding(String name) {
    String query = past().map(past -> "?then=" + past.entry).orElse("");
    return api("/api/findings/" + segment(name)) + query;
  }

  public static String to(ClaimId claim) {
    return to(Address.CLAIM, claim);
  }

  /// The page of the list of acts that has an act.
  public static String to(ActId act) {
    return to(Address.ACTS) + "?act=" + act + "#" + act;
  }

  public static String to(SourceId source) {
    return to(Address.SOURCE, source);
  }

  public static String to(PartyId party, ViewedDay moment) {
    return to(party) + moment.query();
  }

  public static String to(PartyId party) {
    return to(Address.PARTY, party);
  }

  public static String to(PointId point) {
    return to(Address.POINT, point);
  }

  public static String to(PointId point, ViewedDay moment) {
    return to(point) + moment.query();
  }

  /// Where a subject is shown: its own page, or its place on one.
  public static String to(OpenCase open, Subject subject) {
    return switch (subject) {
      case Subject.Whole _ -> to(Address.BOARD);
      case InstrumentId id -> to(Address.INSTRUMENTS) + "#" + id;
      case PointId id -> to(id);
      case ComponentId id -> to(open.view().pointOf(id).id()) + "#" + id;
      case ActId id -> to(id);
    };
  }

  /// Where one party's stance on a subject is explained.
  public static String toCell(OpenCase open, Subject subject, PartyId party, ViewedDay moment) {
    return switch (subject) {
      case Subject.Whole _ -> to(party, moment) + "#whole";
      case InstrumentId id -> to(party, moment) + "#" + id;
      case PointId id -> to(id, moment) + "#" + party;
      case ComponentId id -> to(open.view().pointOf(id).id(), moment) + "#" + id + "-" + party;
      case ActId id -> to(id);
    };
  }

  /// How complete the whole is among some parties, point by point.
  public static String among(List<PartyId> parties, ViewedDay moment) {
    String ids = parties.stream().map(PartyId::value).collect(Collectors.joining(","));
    String query = moment.query();
    return to(Address.AMONG)
        + "?parties="
        + encoded(ids)
        + (query.isEmpty() ? "" : "&" + query.substring(1));
  }

  /// The claims with one parameter set.
  public static String claims(String name, Id value) {
    return to(Address.CLAIMS) + "?" + name + "=" + encoded(value.value());
  }

  /// An address on the web, where it is one that a browser may follow; null for anything else.
  public static @Nullable String web(@Nullable String address) {
    if (address == null) {
      return null;
    }
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? address : null;
  }

  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// A value as one segment of a path: percent-encoded, but for what RFC 3986 allows there.
  static String segment(String value) {
    StringBuilder out = new StringBuilder();
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (SAFE.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
