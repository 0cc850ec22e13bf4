"use client";
import { useState } from "react";
import { Segmented } from "#components/ui/segmented.tsx";

export default function Example() {
  const [value, setValue] = useState("90");
  return (
    <div className="flex gap-3">
      <Segmented
        label="Period"
        value={value}
        onValueChange={setValue}
        items={[
          { value: "30", label: "30 d" },
          { value: "90", label: "90 d" },
          { value: "365", label: "1 y" },
        ]}
      />
      <Segmented
        label="Kinds"
        value="service"
        items={[
          { value: "service", label: "Services", count: 60, href: "/dev/shelf" },
          { value: "api", label: "APIs", count: 94, href: "/dev/shelf?only=api" },
        ]}
      />
    </div>
  );
}
