package com.rentwave.facade.traffic;

import java.util.List;

/** What one side answered lately, oldest first. */
public record SideTraffic(List<TrafficPoint> points) {}
