package org.parley.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// The addresses of pages.
public final class Link {

  private Link() {}

  public static String to(ClaimId claim) {
    return "/claims/" + claim;
  }

  public static String to(SourceId source) {
    return "/sources/" + source;
  }

  public static String to(PartyId party, ViewedDay moment) {
    return "/parties/" + party + moment.query();
  }

  public static String to(PartyId party) {
    return "/parties/" + party;
  }

  public static String to(PointId point) {
    return "/points/" + point;
  }

  public static String to(PointId point, ViewedDay moment) {
    return "/points/" + point + moment.query();
  }

  /// Where a subject is shown: its own page, or its place on one.
  public static String to(OpenCase open, Subject subject) {
    return switch (subject) {
      case Subject.Whole _ -> "/";
      case InstrumentId id -> "/documents#" + id;
      case PointId id -> "/points/" + id;
      case ComponentId id -> "/points/" + open.view().pointOf(id).id() + "#" + id;
    };
  }

  /// Where one party's stance on a subject is explained.
  public static String toCell(OpenCase open, Subject subject, PartyId party, ViewedDay moment) {
    return switch (subject) {
      case Subject.Whole _ -> "/parties/" + party + moment.query() + "#whole";
      case InstrumentId id -> "/parties/" + party + moment.query() + "#" + id;
      case PointId id -> "/points/" + id + moment.query() + "#" + party;
      case ComponentId id ->
          "/points/" + open.view().pointOf(id).id() + moment.query() + "#" + id + "-" + party;
    };
  }

  /// How complete the whole is among some parties, point by point.
  public static String among(List<PartyId> parties, ViewedDay moment) {
    String ids = parties.stream().map(PartyId::value).collect(Collectors.joining(","));
    String query = moment.query();
    return "/among?parties=" + encoded(ids) + (query.isEmpty() ? "" : "&" + query.substring(1));
  }

  /// The claims with one parameter set.
  public static String claims(String name, Id value) {
    return "/claims?" + name + "=" + encoded(value.value());
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
}
