package org.parley.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Browser and system of a device in words, from its `User-Agent`: enough to recognise one's own.
final class DeviceName {

  private record Sign(String mark, String name) {}

  /// In an order in which the first mark decides: browsers name others that they resemble.
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("Firefox/", "Firefox"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Chrome/", "Chrome"),
          new Sign("Safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("Windows", "Windows"),
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Mac OS X", "macOS"),
          new Sign("Linux", "Linux"));

  private DeviceName() {}

  /// Browser and system; empty if neither is known.
  ///
  /// @param userAgent as the browser sent it; null for nothing
  static String of(@Nullable String userAgent) {
    String sent = userAgent == null ? "" : userAgent;
    String browser = find(BROWSERS, sent);
    String system = find(SYSTEMS, sent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String find(List<Sign> signs, String sent) {
    return signs.stream()
        .filter(each -> sent.contains(each.mark))
        .map(Sign::name)
        .findFirst()
        .orElse("");
  }
}
