package org.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/// Twenty articles of one morning about the talks of [Border], by several hands. Invented.
@NullMarked
final class Morning {

  /// An article.
  record Story(String publisher, String day, String text) {

    /// As a page.
    String file() {
      return """
          <html><head><title>%1$s on the talks</title>
          <meta property="og:site_name" content="%1$s">
          <meta property="article:published_time" content="%2$s"></head>
          <body><article><h1>%1$s on the talks</h1><p>%3$s</p></article></body></html>
          """
          .formatted(publisher, day, text);
    }

    /// Its name as a file.
    String name() {
      return publisher.toLowerCase(Locale.ROOT).replace(' ', '-') + ".html";
    }
  }

  private Morning() {}

  /// What is told by whom, and on which day.
  private static final Map<String, List<String>> TOLD =
      Map.ofEntries(
          Map.entry(
              "Northland's foreign minister Ann Berg told reporters on Tuesday that fishing rights were settled.",
              List.of("The Courier", "The Herald", "Radio North", "The Gazette", "Coast Post")),
          Map.entry(
              "Southland rejects any change of the border, its chief negotiator Tom Hale said on Wednesday.",
              List.of("The Tribune", "The Ledger", "Valley Times", "Southern Wire")),
          Map.entry(
              "The border accord would be signed only after a referendum, Tom Hale, chief negotiator of Southland, said on Wednesday.",
              List.of("The Chronicle", "Border News", "Evening Star")),
          Map.entry(
              "The course of the border remained open, Northland's foreign minister Ann Berg said on Tuesday.",
              List.of("Northern Echo", "The Observer", "Harbour Mail")),
          Map.entry(
              "Fishing rights are still open, Southland's fisheries minister Ivo Marsh told the paper on Wednesday.",
              List.of("Fleet Weekly", "The Net")),
          Map.entry("The border accord is now 90 percent complete.", List.of("The Standard")),
          Map.entry(
              "Nobody in the room said anything on Thursday about the boats.",
              List.of("Quay Notes")),
          Map.entry(
              "Delegations of Northland and Southland met in Port Ellen on Wednesday.",
              List.of("Ellen Daily")));

  /// The articles, always in the same order.
  static List<Story> stories() {
    List<Story> stories = new ArrayList<>();
    TOLD.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                each.getValue()
                    .forEach(by -> stories.add(new Story(by, "2026-03-05", each.getKey()))));
    return stories;
  }
}
