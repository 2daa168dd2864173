extension HTMLAsset {
    /// The style sheet: two themes, paper, small screens.
    static let style = HTMLAsset(
        digest: "sha256-I3/em/RJ09sk2bCd57FNNNpWgeDz0D0qikbQbUNmftI=",
        content: #"""
            :root{color-scheme:light dark;--page:#f4f5f7;--paper:#fff;--ink:#17202e;--muted:#525e70;
            --rule:#dce1e8;--strong:#b4bdc9;--link:#1c4f87;--s1:#2b648f;--s2:#b5601c;--s3:#5f7a2c;--s4:#7d5ba6;
            --good:#1d6b45;--warning:#7f5200;--bad:#a82a21;--tint:#eef3f8;--h1:#dfe9f2;--h2:#b9d1e4;
            --h3:#86aecd;--h4:#3f7299;--h5:#235a85;--hi:#10202f;--lo:#fff}
            @media screen and (prefers-color-scheme:dark){:root{--page:#10151c;--paper:#19202a;--ink:#e6ebf2;
            --muted:#a3afbf;--rule:#2c3644;--strong:#4b5868;--link:#8fbdf0;--s1:#6fa9d6;--s2:#e59a5c;
            --s3:#a3c065;--s4:#b99be0;--good:#6cc79a;--warning:#e2b45a;--bad:#f18f84;--tint:#202a37;
            --h1:#223344;--h2:#2b4a66;--h3:#356a94;--h4:#6a9dc4;--h5:#a4cbea;--hi:#eaf2fa;--lo:#0d1722}}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
            body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,
            "Segoe UI",Roboto,"Noto Sans","Noto Sans Devanagari","Nirmala UI",sans-serif;
            font-variant-numeric:tabular-nums;overflow-wrap:break-word}
            body>header,body>nav,main,body>footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
            a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
            a:hover{text-decoration-thickness:2px}
            :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
            .skip{position:absolute;left:-100rem;top:0;background:var(--paper);padding:.5rem 1rem;z-index:9}
            .skip:focus{left:.5rem;top:.5rem}
            .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            .patterns{position:absolute;width:0;height:0}
            .masthead{padding-top:2.5rem}
            h1{margin:0 0 1.1rem;font-size:2.125rem;line-height:1.15;letter-spacing:-.015em;font-weight:700;
            text-wrap:balance}
            h2{margin:0 0 .35rem;font-size:1.4rem;line-height:1.25;letter-spacing:-.008em;font-weight:680}
            h3{margin:0;font-size:1.02rem;line-height:1.35;font-weight:650}
            p{margin:0}
            dl{margin:0}
            .facts{display:flex;flex-wrap:wrap;gap:.6rem 2.25rem;padding:.85rem 0;
            border-top:1px solid var(--strong);border-bottom:1px solid var(--strong)}
            .facts dt,.about dt,.definition dt{color:var(--muted);font-size:.8125rem}
            .facts dd{margin:0;font-size:.9375rem}
            nav ul{list-style:none;margin:0;padding:.85rem 0 0;display:flex;flex-wrap:wrap;gap:.15rem 1.35rem;
            font-size:.9375rem}
            nav a{display:inline-block;padding:.2rem 0}
            section,.quality{margin-top:2.75rem}
            .lead{max-width:52rem;text-wrap:pretty;color:var(--muted);margin-bottom:1.1rem}
            .note{max-width:52rem;text-wrap:pretty;color:var(--muted);font-size:.875rem;margin-top:.6rem}
            .tiles{list-style:none;margin:1.1rem 0 0;padding:0;display:grid;
            grid-template-columns:repeat(auto-fill,minmax(min(100%,16.5rem),1fr));gap:1rem}
            .tile{background:var(--paper);border:1px solid var(--rule);border-top:3px solid var(--strong);
            border-radius:4px;padding:.9rem 1.05rem 1rem;display:flex;flex-direction:column}
            .tile.good{border-top-color:var(--good)}
            .tile.warning{border-top-color:var(--warning)}
            .tile.bad{border-top-color:var(--bad)}
            .tile .name{font-weight:600;line-height:1.35}
            .tile .name a{color:inherit;text-decoration-color:var(--strong)}
            .qualifier{color:var(--muted);font-weight:400;font-size:.875rem;display:block}
            .value{font-size:2rem;line-height:1.2;font-weight:680;letter-spacing:-.02em;margin:.35rem 0 .3rem}
            .value.none{font-size:1.25rem;line-height:1.92;color:var(--muted);font-weight:500;letter-spacing:0}
            .parts,.n{font-size:.875rem;color:var(--muted)}
            .parts span,.comparison span{white-space:nowrap}
            .comparison{font-size:.875rem;margin-top:.5rem;padding-top:.5rem;border-top:1px solid var(--rule)}
            .comparison.good,.state.good,.badge.good{color:var(--good)}
            .comparison.bad,.state.bad,.badge.bad{color:var(--bad)}
            .state.warning,.badge.warning{color:var(--warning)}
            .state{font-weight:600;white-space:nowrap}
            .state.neutral{color:var(--muted);font-weight:400}
            .badge{order:9;margin-top:auto;padding-top:.5rem;font-size:.875rem;font-weight:600}
            .quality{background:var(--tint);border-radius:4px;padding:1.1rem 1.25rem 1.2rem}
            .quality h2{font-size:1.1rem;display:inline-block;margin:0 .75rem 0 0}
            .quality>.state{display:inline-block}
            .quality ul{margin:.5rem 0 0;padding-left:1.1rem;font-size:.9375rem;column-width:26rem;
            column-gap:2.5rem}
            .quality li{margin:.2rem 0;break-inside:avoid}
            .example{display:block;color:var(--muted);font-size:.875rem}
            code{font:.875em ui-monospace,"SFMono-Regular",Consolas,"Noto Sans Mono","DejaVu Sans Mono",
            monospace}
            .blocks{display:grid;grid-template-columns:minmax(0,1fr);gap:1.1rem 1rem;margin-top:1.1rem;
            align-items:start}
            .chart{margin:0;background:var(--paper);border:1px solid var(--rule);border-radius:4px;
            padding:1rem 1.15rem;min-width:0;align-self:stretch}
            .finding{text-wrap:pretty;color:var(--muted);font-size:.9375rem;margin-bottom:.75rem;
            max-width:46rem}
            .chart svg{display:block;max-width:100%;height:auto}
            .w-medium,.w-wide{display:none!important}
            .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;margin:0 0 .6rem;padding:0;
            font-size:.875rem}
            .legend li{display:flex;align-items:center;gap:.45rem}
            details{margin-top:.75rem;font-size:.875rem}
            summary{cursor:pointer;color:var(--link);padding:.15rem 0}
            svg text{font-family:inherit}
            .t{font-size:12px;fill:var(--ink)}
            .t.a{fill:var(--muted)}
            .t.v{font-weight:600}
            .axis{stroke:var(--strong);stroke-width:1}
            .grid{stroke:var(--rule);stroke-width:1}
            .f-1{fill:var(--s1)}
            .f-2{fill:url(#p-2)}
            .f-3{fill:url(#p-3)}
            .f-4{fill:url(#p-4)}
            .f-good{fill:var(--s1)}
            .f-bad{fill:url(#p-bad)}
            .f-warning{fill:url(#p-warning)}
            .b-2{fill:var(--s2)}
            .b-3{fill:var(--s3)}
            .b-4{fill:var(--s4)}
            .b-bad{fill:var(--bad)}
            .b-warning{fill:var(--warning)}
            .hatch{stroke:var(--paper);stroke-width:1.6;fill:none;stroke-opacity:.75}
            .dot{fill:var(--paper);fill-opacity:.8}
            .l{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
            .l-1{stroke:var(--s1)}
            .l-2{stroke:var(--s2);stroke-dasharray:6 4}
            .l-3{stroke:var(--s3);stroke-dasharray:2 4}
            .l-4{stroke:var(--s4);stroke-dasharray:10 4 2 4}
            .m{stroke:var(--paper);stroke-width:1.25}
            .m-1{fill:var(--s1)}
            .m-2{fill:var(--s2)}
            .m-3{fill:var(--s3)}
            .m-4{fill:var(--s4)}
            .area{fill:var(--s1);fill-opacity:.14}
            .h0{fill:var(--tint)}
            .h1{fill:var(--h1)}
            .h2{fill:var(--h2)}
            .h3{fill:var(--h3)}
            .h4{fill:var(--h4)}
            .h5{fill:var(--h5)}
            .ht1,.ht2,.ht3{fill:var(--hi)}
            .ht4,.ht5{fill:var(--lo)}
            .table{position:relative;min-width:0}
            .scroll{overflow:auto;background:var(--paper);border:1px solid var(--rule);border-radius:4px}
            .long .scroll{max-height:80vh}
            section>.table{margin-top:1.1rem}
            details .scroll{border:0}
            table{border-collapse:separate;border-spacing:0;width:100%;font-size:.9063rem;line-height:1.4}
            caption{text-align:left;padding:.8rem .9rem .65rem}
            caption .title{font-weight:650;font-size:1.02rem;display:block}
            caption .basis{color:var(--muted);font-size:.875rem}
            details caption{padding:.5rem .9rem;font-weight:600}
            th,td{padding:.4rem .9rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);
            font-weight:400;background:var(--paper)}
            thead th{position:sticky;top:0;z-index:2;background:var(--tint);
            border-bottom:1px solid var(--strong);font-weight:600;white-space:normal;vertical-align:bottom}
            thead a{color:inherit;text-decoration-color:var(--strong)}
            thead .group{position:static;text-align:center;border-bottom:1px solid var(--rule);
            border-left:1px solid var(--strong);color:var(--muted);font-size:.875rem;padding-bottom:.2rem}
            .x{min-width:15rem}
            thead th.r{white-space:normal}
            .dense thead th.r{min-width:3.7rem}
            .dense td.none{font-size:.75rem;white-space:normal}
            .id{font-family:ui-monospace,"SFMono-Regular",Consolas,"Noto Sans Mono","DejaVu Sans Mono",
            monospace;font-size:.94em;white-space:nowrap}
            .unit{display:block;font-weight:400;color:var(--muted);font-size:.8125rem}
            .r{text-align:right;white-space:nowrap}
            .l{white-space:nowrap}
            .w{min-width:5.5rem;max-width:26rem}
            tbody th.w,tfoot th.w{min-width:9rem}
            .half tbody th.w,.half tfoot th.w{min-width:6rem}
            .dense table{font-size:.8438rem}
            .dense th,.dense td{padding:.34rem .5rem}
            .dense thead button{display:block;margin-left:auto}
            .dense thead .w button,.dense thead .l button{margin-left:-.35rem}
            td.none,th.none{color:var(--muted)}
            tbody tr:hover>*{background:var(--tint)}
            tbody tr:last-child>*{border-bottom:0}
            tfoot th,tfoot td{font-weight:650;border-top:1px solid var(--strong);border-bottom:0}
            .long tfoot th,.long tfoot td{position:sticky;bottom:0;z-index:1}
            .tools{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:0 0 .4rem;font-size:.875rem}
            .tools label{display:flex;gap:.4rem;align-items:center}
            .tools input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--strong);
            border-radius:4px;padding:.3rem .5rem;width:13rem;max-width:60vw;min-height:2rem}
            button{font:inherit;color:var(--link);background:var(--paper);border:1px solid var(--strong);
            border-radius:4px;padding:.3rem .7rem;min-height:2rem;cursor:pointer}
            .tools button{margin-left:auto}
            thead button{border:0;background:none;padding:0;min-height:1.5rem;min-width:1.5rem;margin-right:-.4rem;
            color:var(--muted);line-height:1}
            .definitions{column-width:24rem;column-gap:2.25rem;margin-top:1rem}
            .definition{break-inside:avoid;padding:.9rem 0;border-top:1px solid var(--rule);
            scroll-margin-top:1rem}
            .definition:target h3{text-decoration:underline;text-decoration-color:var(--s2);
            text-decoration-thickness:3px;text-underline-offset:.2em}
            .definition dl>div{display:grid;grid-template-columns:6.5rem 1fr;gap:.25rem .75rem;
            padding-top:.25rem}
            .definition dd{margin:0;font-size:.875rem;min-width:0}
            .about>div{display:grid;grid-template-columns:14rem 1fr;gap:.25rem 1rem;padding:.4rem 0;
            border-bottom:1px solid var(--rule)}
            .about dd{margin:0;min-width:0;font-size:.9375rem}
            footer{margin-top:2.5rem!important;padding-bottom:2.5rem!important;color:var(--muted);
            font-size:.875rem}
            @media (min-width:40rem){.w-narrow{display:none!important}.chart .w-medium{display:block!important}}
            @media (min-width:40rem){.table:not(.long)>.tools{position:absolute;top:.7rem;right:.8rem;z-index:3;
            margin:0}.table:not(.long)>.tools+.scroll caption{padding-right:8.5rem}}
            @media (min-width:64rem){.blocks{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.blocks>.spans,
            .blocks>.table:not(.half){grid-column:1/-1}}
            @media (min-width:76rem){.spans .w-medium{display:none!important}.spans .w-wide{
            display:block!important}}
            @media (max-width:39.99rem){body>header,body>nav,main,body>footer{padding:0 .9rem}.masthead{
            padding-top:1.5rem!important}h1{font-size:1.625rem}.facts{gap:.5rem 1.5rem}section,.quality{
            margin-top:2.1rem}.tile{padding:.65rem .7rem .7rem}.parts,.n,.comparison,.badge,
            .qualifier{font-size:.8125rem}.tiles{grid-template-columns:1fr 1fr;gap:.6rem}
            .value{font-size:1.3rem}.parts span,.comparison span{white-space:normal}.tools button{display:none}.chart{
            padding:.85rem .8rem}th,td{padding:.4rem .6rem}tbody th,tfoot th{position:sticky;left:0;z-index:1;
            border-right:1px solid var(--rule)}tbody th.w,tfoot th.w{min-width:6.5rem;max-width:9.5rem}
            .about>div{grid-template-columns:1fr}caption{position:sticky;left:0;max-width:calc(100vw - 2.5rem)}}
            @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
            @media (forced-colors:active){.tile,.chart,.scroll{border-color:CanvasText}svg .f-1,svg .h{
            forced-color-adjust:none}}
            @page{size:A4;margin:14mm 12mm 16mm}
            @media print{.long .scroll{max-height:none}.long tfoot th,.long tfoot td{position:static}body{background:#fff;font-size:10pt}body>header,body>nav,main,body>footer{
            max-width:none;padding:0}nav,.skip,.tools,details,thead button{display:none!important}.masthead{
            padding-top:0}a{color:inherit;text-decoration:none}section{margin-top:0;break-before:page}
            section:first-of-type,section.brief{break-before:auto;margin-top:1.25rem}section.brief{
            break-inside:avoid}.quality{margin-top:1.25rem;break-inside:avoid}.tiles{
            grid-template-columns:repeat(4,1fr);gap:.5rem}.tile{padding:.5rem .6rem .6rem}.tile .name,.finding{
            font-size:9pt}.parts,.n,.comparison,.badge,.qualifier,.note,.quality ul,.facts dd,.about dd{
            font-size:8pt}.tile,.chart,.definition,tr{break-inside:avoid}.value{font-size:15pt}h1{
            font-size:20pt}h2{font-size:14pt}h3{font-size:10pt}.scroll{overflow:visible;max-height:none;
            border:0}thead{display:table-header-group}tfoot{display:table-row-group}thead th{position:static}
            table{font-size:8.5pt}th,td{padding:.22rem .4rem}.dense table{font-size:6.4pt}.dense th,.dense td{
            padding:.16rem .2rem}.w,tbody th.w,tfoot th.w{min-width:0}.blocks{grid-template-columns:1fr 1fr;gap:.6rem}
            .blocks>.table{grid-column:1/-1}.blocks>.table.half{grid-column:auto}
            .spans{grid-column:1/-1}.chart .w-narrow{display:block!important}.chart .w-medium,.chart .w-wide,
            .spans .w-narrow{display:none!important}.spans .w-medium{display:block!important;width:100%}
            .table{break-inside:auto}.half{break-inside:avoid}.example{font-size:7.5pt}
            .definitions{columns:2;column-gap:8mm}.definition dd,.definition dt{font-size:7.5pt}
            .definition dl>div{grid-template-columns:4.6rem 1fr;padding-top:.1rem}.definition{padding:.4rem 0}
            .about>div{padding:.2rem 0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
            """#)
}
